package io.hefu.demo.company;

import java.util.List;

/** A fault that was put into the demo company on purpose, and which records it concerns. */
public record KnownFault(String id, String zh, String en, List<Place> places) {
    /** A record: the system (erp, finance, crm, mailbox), its table or resource, and the key there. */
    public record Place(String system, String resource, String key) {}

    public KnownFault {
        places = List.copyOf(places);
    }

    /** The keys of that system's records, in order. */
    public List<String> keys(String system) {
        return places.stream()
                .filter(place -> place.system().equals(system))
                .map(Place::key)
                .toList();
    }
}
