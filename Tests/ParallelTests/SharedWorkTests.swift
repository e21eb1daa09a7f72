import Parallel
import Synchronization
import Testing

@Suite struct SharedWorkTests {
    private final class Thing: Sendable {}
    private struct Refused: Error {}

    @Test func everybodyGetsTheSameOfAMemo() {
        let memo = Memo<Int, Thing>()
        let found = Array(0..<1000).concurrentChunks(of: 10) { $0.map { memo.value(of: $0 % 7) { Thing() } } }.flatMap(
            \.self)
        for (place, thing) in found.enumerated() { #expect(thing === found[place % 7]) }
        #expect(found[0] !== found[1])
    }

    @Test func whatIsWorkedOutOnceIsWorkedOutOnce() {
        let calls = Mutex(0)
        let once = Once { calls.withLock { $0 += 1 } }
        #expect(calls.withLock { $0 } == 0)
        _ = Array(0..<100).concurrentChunks(of: 1) { _ in once.value }
        #expect(calls.withLock { $0 } == 1)
    }

    @Test func bothOfTwoThingsAreThereAndEachFailsByItself() throws {
        let both = sideBySide({ 6 * 7 }, { "own" })
        #expect(try both.0.get() == 42)
        #expect(try both.1.get() == "own")
        let failed = sideBySide({ () throws -> Int in throw Refused() }, { 1 })
        #expect(throws: Refused.self) { try failed.0.get() }
        #expect(try failed.1.get() == 1)
    }

    @Test func thereIsACore() {
        #expect(Cores.count >= 1)
    }
}
