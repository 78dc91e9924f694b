/**
 * What to show whom: rankers over products, learnt from who bought what. Every ranker gives its
 * reasons with the counts behind them. Products are indices here; {@link
 * insight.learn.rank.Ranker#items} gives their codes.
 */
@NullMarked
package insight.learn.rank;

import org.jspecify.annotations.NullMarked;
