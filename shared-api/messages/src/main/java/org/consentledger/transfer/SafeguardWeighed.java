package org.consentledger.transfer;

import java.util.List;
import java.util.stream.Stream;
import org.consentledger.recipient.Safeguard;
import org.consentledger.register.Validity;
import org.consentledger.register.Validity.Standing;
import org.consentledger.transfer.Ground.SafeguardUsed;
import org.jspecify.annotations.Nullable;

/**
 * A safeguard, judged by what was valid on the day of the transfer.
 *
 * @param safeguard as a ground would name it
 * @param recorded the recipient's own record; null if it is an adequacy decision of the country, which needs none
 * @param window how its own window stands; NOT_YET too if it was withdrawn, as it then counts as if it had never begun
 * @param foundations entries of the legal register that it rests on, one of which must hold
 * @param restsOnRegister whether it needs such a foundation at all
 */
public record SafeguardWeighed(
        SafeguardUsed safeguard,
        @Nullable Safeguard recorded,
        Standing window,
        List<Foundation> foundations,
        boolean restsOnRegister) {

    /** An entry of the legal register, such as a framework or an adequacy decision. */
    public record Foundation(String source, Validity validity, Standing standing) {}

    public SafeguardWeighed {
        foundations = List.copyOf(foundations);
    }

    /** Whether a transfer may rest on it. */
    public boolean isValid() {
        return standings().allMatch(Standing.VALID::equals);
    }

    /** How its window stands and, once it has begun, what it rests on. */
    Stream<Standing> standings() {
        return window == Standing.NOT_YET || !restsOnRegister
                ? Stream.of(window)
                : Stream.of(window, foundation()).distinct();
    }

    /** One valid foundation is enough; otherwise the gravest thing that befell any of them. */
    private Standing foundation() {
        return Stream.of(Standing.VALID, Standing.INVALIDATED, Standing.ENDED)
                .filter(standing -> foundations.stream().anyMatch(f -> f.standing() == standing))
                .findFirst()
                .orElse(Standing.NOT_YET);
    }
}
