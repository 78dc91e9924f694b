/** Tests of the feature catalogue; {@link insight.prepare.feature.Oracle} computes it naively. */
package insight.prepare.feature;
