import Compliance
import Foundation
import Testing

@testable import Reporting

/// `SURETY_FLEET=1000` runs the size that the program is made for; without it thirty agents, to keep the tests quick.
@Suite("A fleet of agents", .serialized)
struct FleetTests {
    static let agents = ProcessInfo.processInfo.environment["SURETY_FLEET"].flatMap(Int.init) ?? 30
    static let fleet = Sample.fleet(agents: agents)

    /// Resident memory in bytes: the second number of statm, in pages (proc(5)).
    private static var resident: Int {
        let statm = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8)
        return (statm?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0) * 4096
    }

    @Test(arguments: Writers.formats().map(\.format)) func isWrittenInChunks(format: String) throws {
        let fleet = Self.fleet
        let before = Self.resident
        let start = ContinuousClock.now
        for file in try #require(Writers.named([format]).first).files(of: fleet) {
            guard let write = file.write else { continue }
            var (bytes, largest, peak) = (0, 0, 0)
            let sink = ByteSink { chunk in
                bytes += chunk.count
                largest = max(largest, chunk.count)
                peak = max(peak, Self.resident)
            }
            write(sink)
            try sink.finish()
            if Self.agents > 30 {
                print(file.path, bytes, "bytes,", (peak - before) >> 20, "MiB more,", ContinuousClock.now - start)
            }
            #expect(bytes == sink.count)
            #expect(largest < 2 * ByteSink.chunkSize)
            #expect(peak - before < 40 << 20, "\(file.path)")
        }
    }

    @Test func theTerminalShowsTheHeaviestAndSaysWhatItLeavesOut() {
        let text = TerminalReport(color: false, width: 100, verbose: false).render(Self.fleet)
        #expect(text.split(separator: "\n").count < 300)
        #expect(
            text.contains("and 5 more causes: --verbose shows all"))
        #expect(text.contains("55 risks × \(Self.agents) agents"))
    }

    @Test func theDocumentSaysWhichAgentsItShows() {
        let text = String(decoding: MarkdownWriter().bytes(of: Self.fleet), as: UTF8.self)
        #expect(
            text.contains(
                "the 25 agents with the heaviest gaps. The other \(Self.agents - 25) are in `assessment.json`"))
        #expect(text.contains(Self.agents > 60 ? "and \(Self.agents - 60) more agents" : "all \(Self.agents): "))
    }
}
