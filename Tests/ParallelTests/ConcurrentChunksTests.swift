import Parallel
import Testing

@Suite struct ConcurrentChunksTests {
    @Test(arguments: [0, 1, 2, 3, 7, 8, 100, 1001])
    func resultsComeInOrderAndWhole(count: Int) {
        let numbers = Array(0..<count)
        let chunks = numbers.concurrentChunks(of: 7) { Array($0) }
        #expect(chunks.flatMap(\.self) == numbers)
        #expect(chunks.allSatisfy { (1...7).contains($0.count) })
    }

    @Test func ofNothingNoChunkIsMadeWhateverItsSize() {
        #expect([Int]().concurrentChunks(of: 0) { $0.count }.isEmpty)
    }
}
