package io.hefu.mapping;

/** Says one canonical field in the system's words. */
interface FieldWriter {
    /**
     * @param value of the class that the field's type names; Java null for "nothing"
     * @throws WriteSide.NotSayable when the system has no word for it
     * @throws WriteSide.MissingReference when what it refers to has no key there yet
     */
    void write(Object value, Outgoing out);
}
