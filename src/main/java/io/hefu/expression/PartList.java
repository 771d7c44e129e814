package io.hefu.expression;

import io.hefu.dictionary.Record;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/** The elements of a list field as CEL sees them, each made when it is first looked at. */
final class PartList extends AbstractList<RecordView> implements RandomAccess {
    private final List<Record> elements;
    private final RecordView[] views;

    PartList(List<Record> elements) {
        this.elements = elements;
        this.views = new RecordView[elements.size()];
    }

    @Override
    public RecordView get(int index) {
        RecordView view = views[index];
        if (view == null) {
            view = new RecordView(elements.get(index));
            views[index] = view;
        }
        return view;
    }

    @Override
    public int size() {
        return views.length;
    }
}
