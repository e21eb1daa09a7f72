import Compliance
import Testing

@testable import Tracking

/// What becomes of a gap from assessment to assessment.
@Suite struct GapLifeTests {
    private let shelf = Shelf()

    private func live(_ weeks: [Snapshot]) throws -> (gap: TrackedGap?, events: [String]) {
        let history = try shelf.open()
        for week in weeks { _ = try history.record(week, scope: "s", recordedAt: week.at) }
        let gap = try history.gaps(scope: "s").first { $0.id == "G-a/one" }
        return (gap, try history.events(of: "G-a/one", scope: "s").map(\.kind.rawValue))
    }

    @Test func itOpensStaysAndCloses() throws {
        let one = ["a/one"]
        let (gap, events) = try live([
            Week.snapshot(0, failing: one), Week.snapshot(1, failing: one), Week.snapshot(2, satisfied: one),
        ])
        #expect(events == ["opened", "closed"])
        #expect(gap?.state == .closed)
        #expect(gap?.openedAt == Week.day(0) && gap?.seenAt == Week.day(1) && gap?.since == Week.day(2))
        #expect(gap?.due == "2026-10-01")
        #expect(gap?.age(on: Week.day(3)) == nil)
    }

    @Test func whatDoesNotApplyAnyMoreIsClosed() throws {
        let (gap, _) = try live([Week.snapshot(0, failing: ["a/one"]), Week.snapshot(1)])
        #expect(gap?.state == .closed)
    }

    /// A broken file, a check that was left out and a deleted agent never close anything.
    @Test func nothingClosesUnseen() throws {
        let open = Week.snapshot(0, failing: ["a/one"])
        let broken = Week.snapshot(1, blind: ["a/one": "table permission was not looked at"])
        let (unread, first) = try live([open, broken])
        #expect(unread?.state == .unconfirmed && first == ["opened", "unconfirmed"])
        #expect(unread?.age(on: Week.day(2)) == 14)
        let second = Shelf()
        let history = try second.open()
        _ = try history.record(open, scope: "s", recordedAt: open.at)
        let narrow = Week.snapshot(1, rules: ["b/two"])
        _ = try history.record(narrow, scope: "s", recordedAt: narrow.at)
        #expect(try history.gaps(scope: "s").map(\.state) == [.unconfirmed])
        let empty = Week.snapshot(2, hasAgent: false)
        let events = try history.record(empty, scope: "s", recordedAt: empty.at).events
        #expect(events.map(\.kind) == [.gone])
        #expect(try history.gaps(scope: "s").map(\.state) == [.gone])
    }

    @Test func itComesBack() throws {
        let one = ["a/one"]
        let (gap, events) = try live([
            Week.snapshot(0, failing: one), Week.snapshot(1, satisfied: one), Week.snapshot(5, failing: one),
            Week.snapshot(6, hasAgent: false), Week.snapshot(7, failing: one),
        ])
        #expect(events == ["opened", "closed", "regressed", "gone", "regressed"])
        #expect(gap?.regressions == 2 && gap?.openedAt == Week.day(7) && gap?.state == .open)
    }

    @Test func aWaiverHoldsUntilItDoesNot() throws {
        let one = ["a/one"]
        let lapsed = [
            Fact.Key(.waiver, agent: "", "G-a/one by ana, 2026-09-10"): Fact("has lapsed: it expired on 2026-09-10")
        ]
        let (gap, events) = try live([
            Week.snapshot(0, failing: one), Week.snapshot(1, failing: one, waivedUntil: "2026-09-10"),
            Week.snapshot(2, failing: one, extra: lapsed),
        ])
        #expect(events == ["opened", "waived", "waiver-expired"])
        #expect(gap?.state == .open && gap?.waivedUntil == nil)
        let text = try shelf.open().events(of: "G-a/one", scope: "s").last?.text
        #expect(text == "the waiver has lapsed: it expired on 2026-09-10")
    }

    @Test func whatGetsHeavierIsDueEarlier() throws {
        let one = ["a/one"]
        let (gap, events) = try live([
            Week.snapshot(0, failing: one, severity: .low), Week.snapshot(1, failing: one, severity: .critical),
        ])
        #expect(events == ["opened", "reweighed"])
        #expect(gap?.due == "2026-09-23" && gap?.severity == .critical)
    }

    /// A person's word is not an assessment.
    @Test func doneIsConfirmedOrNot() throws {
        let one = ["a/one"]
        let history = try shelf.open()
        _ = try history.record(Week.snapshot(0, failing: one), scope: "s", recordedAt: "")
        for (week, next) in [(1, Week.snapshot(1, failing: one)), (2, Week.snapshot(2, satisfied: one))] {
            try history.edit(["G-a/one"], .done("fixed"), scope: "s", by: "ana", at: Week.day(week))
            #expect(try history.gaps(scope: "s").first?.state == .done)
            _ = try history.record(next, scope: "s", recordedAt: "")
        }
        let events = try history.events(of: "G-a/one", scope: "s")
        #expect(events.map(\.kind) == [.opened, .done, .stillOpen, .done, .closed])
        #expect(events[1].by == "ana" && events[1].text == "fixed")
        #expect(try history.gaps(scope: "s").first?.state == .closed)
        // Nor does it open or change what an assessment has closed.
        try history.edit(["G-a/one"], .done("again"), scope: "s", by: "ana", at: Week.day(3))
        #expect(try history.gaps(scope: "s").first?.state == .closed)
    }

    @Test(arguments: [
        ("2026-09-30", TrackedGap.State.open, false), ("2026-10-01", .open, false), ("2026-10-02", .open, true),
        ("2027-10-02", .waived, false), ("2027-10-02", .closed, false), ("2026-10-02", .unconfirmed, true),
        ("2026-10-02", .done, true),
    ])
    func overdue(date: String, state: TrackedGap.State, expected: Bool) throws {
        var gap = try #require(live([Week.snapshot(0, failing: ["a/one"])]).gap)
        gap.state = state
        #expect(gap.isOverdue(on: date) == expected)
    }
}
