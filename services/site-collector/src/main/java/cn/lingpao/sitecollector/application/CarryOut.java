package cn.lingpao.sitecollector.application;

import cn.lingpao.contracts.CampaignDefined;
import cn.lingpao.sitecollector.domain.Cell;
import cn.lingpao.sitecollector.domain.Delivery;
import cn.lingpao.sitecollector.domain.Errand;
import cn.lingpao.sitecollector.domain.Errands;
import cn.lingpao.sitecollector.domain.Found;
import cn.lingpao.sitecollector.domain.Run;
import cn.lingpao.sitecollector.domain.Tally;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Carries a run out from wherever it stands: visits, delivers, ends. */
public class CarryOut {

    private final Registry registry;
    private final Runs runs;
    private final Visits visits;
    private final Intake intake;
    private final Clock clock;

    public CarryOut(Registry registry, Runs runs, Visits visits, Intake intake, Clock clock) {
        this.registry = registry;
        this.runs = runs;
        this.visits = visits;
        this.intake = intake;
        this.clock = clock;
    }

    Ledger open(Run run) {
        return new Ledger(runs, clock, run);
    }

    /** The run as it stands afterwards: ended, held up by the intake, interrupted, or on the way to its cancellation. */
    Run carry(Ledger ledger) {
        try {
            return carryOn(ledger);
        } catch (Intake.Away | Registry.Away away) {
            return ledger.write(now -> now.heldUp(away.getMessage()));
        } catch (Runs.Away storeAway) {
            throw storeAway;
        } catch (IOException | RuntimeException failure) {
            return Thread.currentThread().isInterrupted() || ledger.isCancelled()
                    ? ledger.now()
                    : ledger.write(now -> now.failed(sentence(failure), clock.instant()));
        } finally {
            ledger.close();
        }
    }

    /** Ends a run that nobody carries out at the moment; what it has not delivered is dropped. Empty when it had ended. */
    Optional<Run> cancel(Run run, String by) {
        Run last = runs.find(run.campaignId(), run.id()).orElse(run);
        return last.state().isEnd() ? Optional.empty() : Optional.of(end(last.cancelling(by)));
    }

    /** The same of one that is on the way to it. */
    Run end(Run run) {
        Run ended = run.cancelled(clock.instant());
        runs.save(ended);
        visits.drop(run);
        return ended;
    }

    private Run carryOn(Ledger ledger) throws IOException {
        Run run = ledger.now();
        List<Errand> errands = errands(run);
        List<Found> found = errands.isEmpty() ? List.of() : visits.make(run, errands, ledger);
        if (Thread.currentThread().isInterrupted()) {
            return ledger.now();
        }
        Run delivering = ledger.write(now -> now.delivering(Tally.of(found)));
        Delivery delivery = found.isEmpty()
                ? Delivery.NONE
                : intake.deliver(run.campaignId(), visits.archive(delivering), found, errands);
        visits.keepSeries(run);
        if (delivery.refused().isEmpty()) {
            visits.forget(run);
        }
        return ledger.write(now -> now.done(delivery, clock.instant()));
    }

    private List<Errand> errands(Run run) {
        registry.refresh();
        CampaignDefined campaign = registry.campaign(run.campaignId())
                .orElseThrow(() -> new Registry.Away("nothing was heard yet of campaign " + run.campaignId()));
        return Errands.of(campaign, registry.targets(run.campaignId()), run.order(), wanted(run));
    }

    /** A run that has made its visits delivers all of them, whatever the plan says by now. */
    private Predicate<Cell> wanted(Run run) {
        if (!run.order().due() || run.state() == Run.State.DELIVERING) {
            return cell -> true;
        }
        Set<Cell> due = intake.due(run.campaignId());
        return due::contains;
    }

    private static String sentence(Exception failure) {
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }
}
