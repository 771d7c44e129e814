package io.hefu.journey;

import io.hefu.definition.Text;
import io.hefu.dictionary.Dictionary;
import io.hefu.dictionary.EntityType;
import io.hefu.dictionary.Reference;
import io.hefu.golden.Identity;
import io.hefu.ledger.Awaited;
import io.hefu.mapping.FieldFault;
import java.util.List;

/** Why a row does not go on, in words and as keys that are waited for. */
final class ParkingWords {
    private ParkingWords() {}

    static List<Text> reasons(Parking parking) {
        if (parking instanceof Parking.Quarantined quarantined) {
            return quarantined.faults().stream().map(ParkingWords::reason).toList();
        } else if (parking instanceof Parking.Waiting waiting) {
            return waiting.awaited().stream().map(ParkingWords::reason).toList();
        }
        return List.of(((Parking.Asking) parking).reason());
    }

    /** @param entity that a candidate is of */
    static List<Awaited> awaited(Parking parking, EntityType entity, Dictionary dictionary) {
        if (parking instanceof Parking.Asking asking) {
            return asking.candidates().stream()
                    .<Awaited>map(key -> new Awaited.Choice(entity.name(), key))
                    .toList();
        }
        return parking instanceof Parking.Waiting waiting
                ? waiting.awaited().stream()
                        .map(reference -> awaited(reference, dictionary))
                        .toList()
                : List.of();
    }

    private static Text reason(FieldFault fault) {
        return fault.attempt().isNone()
                ? fault.what()
                : Text.of("%s；可尝试：%s", "%s; try: %s", fault.what(), fault.attempt());
    }

    private static Text reason(Reference reference) {
        if (reference instanceof Reference.ByKey at) {
            return Text.of("等待 %1$s 中的 %2$s %3$s", "waits for %2$s %3$s of %1$s", at.system(), at.entity(), at.key());
        }
        Reference.ByBusinessKey by = (Reference.ByBusinessKey) reference;
        return Text.of("等待 %s %s", "waits for %s %s", by.entity(), by.value());
    }

    private static Awaited awaited(Reference reference, Dictionary dictionary) {
        if (reference instanceof Reference.ByKey at) {
            return new Awaited.Key(at.system(), at.entity(), at.key());
        }
        Reference.ByBusinessKey by = (Reference.ByBusinessKey) reference;
        String key = Identity.businessKey(dictionary.entity(by.entity()).field(by.field()), by.value());
        return new Awaited.BusinessKey(by.entity(), key);
    }
}
