import Compliance
import Testing

@testable import Tracking

/// What changed, and why; and what is worse than a baseline.
@Suite struct DifferenceTests {
    private func reasons(_ before: Snapshot, _ after: Snapshot) -> [String] {
        Difference(from: before, to: after).checks.flatMap { $0.reasons.map(\.description) }
    }

    @Test func evidenceIsNamedByItsFile() {
        let before = Week.snapshot(0, satisfied: ["a/one"])
        let after = Week.snapshot(1, failing: ["a/one"], files: ["settings.json": "1"])
        #expect(reasons(before, after) == ["the evidence changed: settings.json"])
        let difference = Difference(from: before, to: after)
        #expect(difference.opened.map(\.id) == ["G-a/one"] && difference.closed.isEmpty)
        #expect(difference.checks.map(\.before) == ["satisfied"] && difference.checks.map(\.after) == ["not-satisfied"])
    }

    @Test func anUnreadableFileIsAReason() {
        let before = Week.snapshot(0, satisfied: ["a/one"])
        let broken = [Fact.Key(.artifact, "settings.json"): Fact("refused")]
        let after = Week.snapshot(1, blind: ["a/one": "settings.json is broken"], files: [:], extra: broken)
        #expect(
            reasons(before, after) == [
                "settings.json is broken", "the evidence changed: settings.json could not be read",
            ])
    }

    @Test func agentsComeAndGo() {
        let with = Week.snapshot(0, failing: ["a/one"])
        let without = Week.snapshot(0, hasAgent: false)
        #expect(reasons(without, with) == ["the agent is new"])
        #expect(reasons(with, without) == ["the agent is not there any more"])
        #expect(Difference(from: with, to: without).checks.map(\.after) == [nil])
    }

    @Test func checksComeGoAndChange() {
        let before = Week.snapshot(0, satisfied: ["a/one"], rules: ["a/one"])
        let other = [Fact.Key(.rule, "a/one"): Fact("another", basis: "nist/map-1 supports")]
        #expect(
            reasons(before, Week.snapshot(1, failing: ["a/one"], extra: other)) == ["the check asks something else now"]
        )
        let new = Week.snapshot(1, failing: ["b/two"], satisfied: ["a/one"], rules: ["a/one", "b/two"])
        #expect(reasons(before, new) == ["the check is new in the catalog"])
        #expect(reasons(new, before) == ["the check is no longer in the catalog"])
    }

    private func item(_ verdict: String) -> [Fact.Key: Fact] {
        [Fact.Key(.control, agent: Week.agent, "nist/map-1"): Fact(verdict)]
    }

    @Test func anItemSaysWhatMovedIt() {
        let before = Week.snapshot(0, satisfied: ["a/one"], extra: item("satisfied"))
        let after = Week.snapshot(1, failing: ["a/one"], extra: item("not-satisfied"))
        let change = Difference(from: before, to: after).controls
        #expect(change.map { $0.reasons.map(\.description) } == [["a/one was satisfied, is not-satisfied"]])
    }

    @Test func anItemMovesByItsMapping() {
        var moved = item("undetermined")
        moved[Fact.Key(.rule, "a/one")] = Fact("same", basis: "nist/map-2 supports")
        let before = Week.snapshot(0, satisfied: ["a/one"], extra: item("satisfied"))
        let after = Week.snapshot(1, satisfied: ["a/one"], extra: moved)
        let change = Difference(from: before, to: after).controls
        #expect(
            change.map { $0.reasons.map(\.description) } == [
                ["the mapping changed: a/one bears on it no longer, as supports"]
            ])
    }

    @Test func anItemMovesByHowACheckBearsOnIt() {
        var moved = item("undetermined")
        moved[Fact.Key(.rule, "a/one")] = Fact("same", basis: "nist/map-1 equal-to\nnist/map-2 supports")
        let before = Week.snapshot(0, satisfied: ["a/one"], extra: item("satisfied"))
        let change = Difference(from: before, to: Week.snapshot(1, satisfied: ["a/one"], extra: moved)).controls
        #expect(
            change.map { $0.reasons.map(\.description) }
                == [["the mapping changed: a/one bears on it as equal-to, before as supports"]])
    }

    @Test func anItemMovesByItsFramework() {
        func framework(_ edition: String, _ items: String, _ verdict: String) -> [Fact.Key: Fact] {
            item(verdict).merging([Fact.Key(.framework, "nist"): Fact(edition, basis: items)]) { $1 }
        }
        let first = Week.snapshot(0, satisfied: ["a/one"], extra: framework("1.0", "x", "satisfied"))
        let second = Week.snapshot(1, satisfied: ["a/one"], extra: framework("2.0", "y", "undetermined"))
        let difference = Difference(from: first, to: second)
        #expect(
            difference.controls.map { $0.reasons.map(\.description) }
                == [["the edition of nist was 1.0, is 2.0"]])
        #expect(difference.causes.map(\.key.name) == ["nist"])
        let same = Week.snapshot(1, satisfied: ["a/one"], extra: framework("1.0", "y", "undetermined"))
        #expect(
            Difference(from: first, to: same).controls.map { $0.reasons.map(\.description) }
                == [["the items of nist are others"]])
        // A history from before frameworks were remembered says nothing of them.
        let old = Week.snapshot(0, satisfied: ["a/one"], extra: item("satisfied"))
        #expect(Difference(from: old, to: second).causes.isEmpty)
    }

    @Test func anItemMovesByAStatement() {
        let key = Fact.Key(.statement, agent: Week.agent, "nist/map-1 by Ana, 2026-09-01")
        var said = item("satisfied")
        said[key] = Fact("counts")
        var lapsed = item("undetermined")
        lapsed[key] = Fact("does not count: it expired")
        let change = Difference(from: Week.snapshot(0, extra: said), to: Week.snapshot(1, extra: lapsed)).controls
        #expect(
            change.map { $0.reasons.map(\.description) }
                == [["the statement by Ana, 2026-09-01 does not count: it expired"]])
    }

    @Test func nothingChangedIsEmpty() {
        let week = Week.snapshot(0, failing: ["a/one"], satisfied: ["b/two"])
        #expect(Difference(from: week, to: week).isEmpty)
    }

    private func holds(_ baseline: Snapshot, _ current: Snapshot, _ threshold: Severity? = .medium) -> Bool {
        Ratchet(baseline: baseline, current: current, threshold: threshold).holds
    }

    @Test func theRatchetHoldsWhatIsThere() {
        let base = Week.snapshot(0, failing: ["a/one"], satisfied: ["b/two"])
        #expect(holds(base, Week.snapshot(1, failing: ["a/one"], satisfied: ["b/two"])))
        #expect(holds(base, Week.snapshot(1, satisfied: ["a/one", "b/two"])))
        #expect(!holds(base, Week.snapshot(1, failing: ["a/one", "b/two"])))
        #expect(!holds(base, Week.snapshot(1, failing: ["a/one"], satisfied: ["b/two"], severity: .critical)))
        #expect(!holds(base, Week.snapshot(1, failing: ["a/one"], satisfied: ["b/two"], findings: 2)))
        #expect(holds(base, Week.snapshot(1, failing: ["a/one", "c/three"], satisfied: ["b/two"], severity: .low)))
    }

    /// A broken file does not get past the ratchet, nor does a waiver that ended.
    @Test func theRatchetIsNotDeceived() {
        let base = Week.snapshot(0, satisfied: ["b/two"])
        #expect(!holds(base, Week.snapshot(1, blind: ["b/two": "broken"])))
        #expect(!holds(base, Week.snapshot(1, blind: ["b/two": "broken"]), nil))
        let waived = Week.snapshot(0, failing: ["a/one"], waivedUntil: "2026-09-05")
        #expect(holds(waived, waived))
        #expect(!holds(waived, Week.snapshot(1, failing: ["a/one"])))
    }
}
