package org.consentledger.query.log;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.consentledger.http.access.Requires;
import org.consentledger.http.access.Scope;
import org.consentledger.http.problem.Fault;
import org.consentledger.http.problem.FaultCode;
import org.consentledger.http.problem.Problem;
import org.consentledger.http.problem.ProblemException;
import org.consentledger.ledger.tree.LedgerTree;
import org.consentledger.log.tree.InclusionProof;
import org.consentledger.log.tree.Node;
import org.consentledger.log.tree.Proofs;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Requires(Scope.AUDIT_READ)
@Tag(name = "Log")
class ProofController {

    private final Checkpoints checkpoints;
    private final LedgerTree tree;

    ProofController(Checkpoints checkpoints, LedgerTree tree) {
        this.checkpoints = checkpoints;
        this.tree = tree;
    }

    @Operation(
            operationId = "inclusionProof",
            summary = "Proves that an event stands in the log",
            description =
                    "In the tree of a size, unless it is given that of the newest checkpoint. RFC 9162, section 2.1.3.")
    @GetMapping("/v1/log/proof/inclusion")
    InclusionProof inclusion(
            @RequestParam @Min(0) long position, @RequestParam(required = false) @Min(1) @Nullable Long size) {
        var of = covered("size", size);
        if (position >= of) {
            throw wrong("position", "must be below the size, which is " + of);
        }
        var leaf = tree.hashes(List.of(Node.leaf(position))).getFirst();
        return InclusionProof.of(position, of, leaf, new Proofs(tree).inclusion(position, of));
    }

    @Operation(
            operationId = "consistencyProof",
            summary = "Proves that the log only grew",
            description =
                    "From one size to another, unless it is given that of the newest checkpoint. RFC 9162, section"
                            + " 2.1.4.")
    @GetMapping("/v1/log/proof/consistency")
    ConsistencyView consistency(
            @RequestParam @Min(1) long from, @RequestParam(required = false) @Min(1) @Nullable Long to) {
        var until = covered("to", to);
        if (from > until) {
            throw wrong("from", "must be at most the other size, which is " + until);
        }
        return ConsistencyView.of(from, until, new Proofs(tree).consistency(from, until));
    }

    /** Only what was signed is proved: a proof against anything else would prove nothing to anybody. */
    private long covered(String parameter, @Nullable Long asked) {
        var newest = checkpoints.size();
        if (asked != null && asked > newest) {
            throw wrong(parameter, "must be at most the size of the newest checkpoint, which is " + newest);
        }
        return asked == null ? newest : asked;
    }

    private static ProblemException wrong(String parameter, String detail) {
        return new ProblemException(Problem.of(List.of(Fault.inParameter(parameter, FaultCode.INVALID, detail))));
    }
}
