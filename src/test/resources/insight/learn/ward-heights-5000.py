# Heights of scipy.cluster.hierarchy.linkage(method='ward') on 5,000 rows × 4 from a linear congruential generator
import gzip, numpy as np
from scipy.cluster.hierarchy import linkage
state = 20251125
rows = np.empty((5000, 4))
for i in range(5000):
    for j in range(4):
        state = (1103515245 * state + 12345) % 2147483648
        rows[i, j] = state / 2147483648 + (i % 5) * (j + 1) * 0.3
heights = linkage(rows, method="ward")[:, 2]
heights.astype(">f8").tofile("ward-heights-5000.f64")
