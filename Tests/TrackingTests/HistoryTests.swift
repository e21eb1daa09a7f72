import Compliance
import Foundation
import GRDB
import Testing

@testable import Tracking

/// The file: what it gives back, what it refuses.
@Suite struct HistoryTests {
    private let shelf = Shelf()

    /// Whatever changes from week to week, each week is given back as it was.
    @Test func everyAssessmentIsGivenBackAsItWas() throws {
        let history = try shelf.open()
        let checks = ["a/one", "b/two", "c/three"]
        var random = Sequence(seed: 7)
        let weeks = (0..<40).map { week -> Snapshot in
            let failing = checks.filter { _ in random.next() % 2 == 0 }
            let satisfied = checks.filter { !failing.contains($0) && random.next() % 2 == 0 }
            let files = Dictionary(
                uniqueKeysWithValues: ["settings.json", "mcp.json"].filter { _ in random.next() % 3 > 0 }.map {
                    ($0, String(random.next() % 3))
                })
            return Week.snapshot(
                week, failing: failing, satisfied: satisfied, findings: Int(random.next() % 4 + 1),
                hasAgent: random.next() % 5 > 0, files: files)
        }
        for (place, week) in weeks.enumerated() {
            let scope = place % 3 == 0 ? "other" : "s"
            #expect(try history.record(week, scope: scope, recordedAt: week.at).number == place + 1)
        }
        for (place, week) in weeks.enumerated() {
            let kept = try history.snapshot(place + 1)
            #expect(kept.facts == week.facts)
            #expect(
                Set(kept.gaps.map { "\($0.id) \($0.findings)" }) == Set(week.gaps.map { "\($0.id) \($0.findings)" }))
        }
        #expect(try history.scopes() == ["other", "s"])
        #expect(try history.entries(scope: "s").count == 26)
        #expect(throws: HistoryError.noAssessment("41")) { try history.snapshot(41) }
    }

    @Test func weeksWithoutChangeTakeNoRoom() throws {
        let history = try shelf.open()
        for week in 0..<50 {
            _ = try history.record(Week.snapshot(week, failing: ["a/one"]), scope: "s", recordedAt: "")
        }
        let rows = try history.queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM fact") }
        #expect(rows == Week.snapshot(0, failing: ["a/one"]).facts.count)
    }

    @Test func timeOnlyGoesOn() throws {
        let history = try shelf.open()
        _ = try history.record(Week.snapshot(3), scope: "s", recordedAt: "")
        #expect(throws: HistoryError.outOfOrder(last: Week.day(3), new: Week.day(2))) {
            try history.record(Week.snapshot(2), scope: "s", recordedAt: "")
        }
        // Another system has its own time.
        #expect(try history.record(Week.snapshot(2), scope: "t", recordedAt: "").number == 2)
    }

    @Test func peopleAreRememberedAllOrNothing() throws {
        let history = try shelf.open()
        _ = try history.record(Week.snapshot(0, failing: ["a/one", "b/two"]), scope: "s", recordedAt: "")
        try history.edit(["G-a/one", "G-b/two"], .assign("ben"), scope: "s", by: "ana", at: "t")
        try history.edit(["G-a/one"], .due("2026-12-31"), scope: "s", by: "ana", at: "t")
        try history.edit(["G-a/one"], .ticket("SEC-7"), scope: "s", by: "ana", at: "t")
        #expect(throws: HistoryError.noGap("G-x")) {
            try history.edit(["G-a/one", "G-x"], .assign("eve"), scope: "s", by: "ana", at: "t")
        }
        _ = try history.record(Week.snapshot(1, failing: ["a/one", "b/two"]), scope: "s", recordedAt: "")
        let gaps = try history.gaps(scope: "s")
        #expect(gaps.map(\.owner) == ["ben", "ben"])
        #expect(gaps.first { $0.id == "G-a/one" }?.due == "2026-12-31")
        #expect(gaps.first { $0.id == "G-a/one" }?.ticket == "SEC-7")
    }

    @Test func itTellsWhatIsKnownOfGaps() throws {
        let history = try shelf.open()
        _ = try history.record(Week.snapshot(0, failing: ["a/one", "b/two"]), scope: "s", recordedAt: "")
        try history.edit(["G-a/one"], .assign("ben"), scope: "s", by: "ana", at: "t1")
        try history.edit(["G-a/one"], .note("waits"), scope: "s", by: "ana", at: "t2")
        try history.edit(["G-a/one"], .done("asks"), scope: "s", by: "ben", at: "t3")
        let ids: Set<GapID> = [GapID("G-a/one"), GapID("G-c/three")]
        let records = try history.records(of: ids, scope: "s", at: Week.day(0))
        #expect(
            records == [
                GapRecord(
                    gap: GapID("G-a/one"), openedAt: Week.day(0), due: "2026-10-01", owner: "ben",
                    notes: [
                        GapRecord.Note(.note, at: "t2", by: "ana", text: "waits"),
                        GapRecord.Note(.done, at: "t3", by: "ben", text: "asks"),
                    ])
            ])
        // What was closed and is there again is open since today, once more.
        _ = try history.record(Week.snapshot(1, failing: ["b/two"], satisfied: ["a/one"]), scope: "s", recordedAt: "")
        let again = try #require(history.records(of: ids, scope: "s", at: Week.day(2)).first)
        #expect(again.openedAt == Week.day(2) && again.due == nil && again.regressions == 1 && again.owner == "ben")
        #expect(throws: HistoryError.outOfOrder(last: Week.day(1), new: Week.day(0))) {
            try history.records(of: ids, scope: "s", at: Week.day(0))
        }
        #expect(try history.agents(scope: "s") == [AgentID(Week.agent)])
        #expect(try history.agents(scope: "t").isEmpty)
    }

    @Test func theBaselineMovesOnlyWhenTold() throws {
        let history = try shelf.open()
        _ = try history.record(Week.snapshot(0), scope: "s", recordedAt: "")
        #expect(try history.baseline(scope: "s") == nil)
        try history.setBaseline(1, scope: "s", by: "ana", at: "t")
        _ = try history.record(Week.snapshot(1), scope: "s", recordedAt: "")
        #expect(try history.baseline(scope: "s")?.assessment == 1)
        #expect(throws: HistoryError.noAssessment("1")) {
            try history.setBaseline(1, scope: "another", by: "ana", at: "t")
        }
    }

    @Test(arguments: ["no database", "SQLite format 3\u{0}"])
    func whatIsNoHistoryIsRefused(text: String) throws {
        try Data(text.utf8).write(to: URL(filePath: shelf.path))
        #expect(throws: HistoryError.self) { try shelf.open() }
        #expect(try Data(contentsOf: URL(filePath: shelf.path)) == Data(text.utf8))
    }

    /// Who only reads does not wait for who writes.
    @Test func readersWaitForNobody() throws {
        let history = try shelf.open()
        _ = try history.record(Week.snapshot(0), scope: "s", recordedAt: "")
        try history.queue.writeWithoutTransaction { db in
            try db.execute(sql: "BEGIN IMMEDIATE")
            #expect(try shelf.open().numbers(scope: "s") == [1])
            try db.execute(sql: "ROLLBACK")
        }
    }

    @Test func anotherDatabaseIsLeftAlone() throws {
        let other = try DatabaseQueue(path: shelf.path)
        try other.write { try $0.execute(sql: "CREATE TABLE mine (a)") }
        try other.close()
        let before = try Data(contentsOf: URL(filePath: shelf.path))
        #expect(throws: HistoryError.notAHistory(shelf.path)) { try shelf.open() }
        #expect(try Data(contentsOf: URL(filePath: shelf.path)) == before)
    }

    @Test func aLaterVersionsFileIsRefused() throws {
        let history = try shelf.open()
        try history.queue.write { try $0.execute(sql: "PRAGMA user_version = 99") }
        #expect(throws: HistoryError.tooNew(shelf.path)) { try shelf.open() }
    }

    /// Numbers that are the same in every run.
    private struct Sequence {
        private var state: UInt64

        init(seed: UInt64) { state = seed }

        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state >> 33
        }
    }
}
