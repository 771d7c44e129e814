package io.hefu.mapping;

/** The same value for every record. */
record ConstantReader(Object value) implements FieldReader {
    @Override
    public Object read(Cells cells, RowFaults faults) {
        return value;
    }
}
