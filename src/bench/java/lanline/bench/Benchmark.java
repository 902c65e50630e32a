package lanline.bench;

/** One group of figures. */
interface Benchmark {
    void run(Report report) throws Exception;
}
