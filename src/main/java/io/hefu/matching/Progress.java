package io.hefu.matching;

/** Told how far matching is; by several threads. */
public interface Progress {
    Progress NONE = new Progress() {
        @Override
        public void searched(int rules, long pairs) {}

        @Override
        public void learnt() {}

        @Override
        public void scored(int part, int parts) {}
    };

    /** @param pairs that the rules bring, those that several bring counted several times */
    void searched(int rules, long pairs);

    void learnt();

    void scored(int part, int parts);
}
