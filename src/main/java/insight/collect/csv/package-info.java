/**
 * Reading tables that people send, whatever state they are in: text or workbook, plain, gzip or
 * ZIP, any usual encoding, broken quotes, endless lines, ends cut off. Pure Java; knows lines,
 * records and fields, but not what they mean. Never holds a file in memory; of a workbook its
 * shared strings (at most 64 MB), of a text twelve bytes for each different line.
 *
 * <p>Words: a <em>line</em> is a physical line, numbered from 1; a <em>record</em> is one row of
 * the table and takes several lines when a quoted field has line breaks.
 */
@NullMarked
package insight.collect.csv;

import org.jspecify.annotations.NullMarked;
