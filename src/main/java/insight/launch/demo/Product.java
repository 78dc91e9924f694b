package insight.launch.demo;

/**
 * One article. Popularity is its pull on everybody, quality (1 … 5) what reviews will settle at;
 * before {@code launched} nobody sees it.
 */
record Product(
    int index,
    String id,
    String name,
    int category,
    int collection,
    long pence,
    double popularity,
    double quality,
    long launched) {}
