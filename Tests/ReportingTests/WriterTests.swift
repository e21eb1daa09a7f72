import Archive
import Compliance
import Testing

@testable import Reporting

@Suite("All writers")
struct WriterTests {
    static let names = Writers.all.map(\.format)
    static let formats = Writers.formats().map(\.format)

    @Test func areListedByName() {
        #expect(Self.names == Self.names.sorted())
        #expect(Set(Writers.all.map(\.fileName)).count == Writers.all.count)
        #expect(Writers.writer(for: "gaps.csv")?.format == "csv")
        #expect(Writers.writer(for: "docx") == nil)
        #expect(Self.formats == (Self.names + ["ciso-assistant", "gemara", "oscal-package"]).sorted())
    }

    @Test(arguments: formats) func namesEachFileOnceAndItsOwn(format: String) throws {
        let all = Writers.formats().map { format in (format.format, format.files(of: Sample().assessment).map(\.path)) }
        let own = try #require(all.first { $0.0 == format }).1
        let others = Set(all.filter { $0.0 != format }.flatMap(\.1))
        #expect(Set(own).count == own.count && others.isDisjoint(with: own))
    }

    @Test(arguments: OSCALVersion.allCases) func speaksAVersionOfOSCALWhereItIsOne(version: OSCALVersion) {
        let sample = Sample().assessment
        for format in Writers.named(["oscal-ar", "oscal-json", "csv"], in: Editions(oscal: version)) {
            for file in format.files(of: sample) {
                let text = String(decoding: file.write.map { ByteSink.bytes($0) } ?? [], as: UTF8.self)
                let isOSCAL = format.format != "csv"
                let said = ["<oscal-version>\(version.rawValue)<", "\"oscal-version\": \"\(version.rawValue)\""]
                #expect(said.contains(where: text.contains) == isOSCAL, "\(file.path)")
            }
        }
    }

    @Test(arguments: [
        ([], ["csv", "html", "json", "markdown", "oscal-ar"]), (["all"], formats),
        (["sarif", "csv"], ["csv", "sarif"]), (["docx"], []),
    ]) func areChosenByName(formats: [String], written: [String]) {
        #expect(Writers.named(formats).map(\.format) == written)
    }

    @Test(arguments: names) func writeTheSameBytesTwice(format: String) throws {
        let writer = try #require(Writers.writer(for: format))
        let first = writer.bytes(of: Sample().assessment)
        #expect(first == writer.bytes(of: Sample().assessment))
        #expect(first.count > 500)
    }

    @Test(arguments: names) func writeNothingThatControlsOrReorders(format: String) throws {
        let writer = try #require(Writers.writer(for: format))
        let bytes = writer.bytes(of: Sample(dress: { $0 + Hostile.everything }).assessment)
        // An archive is no text; what is in it is.
        let parts = writer.fileName.hasSuffix(".xlsx") ? try ZipArchive(reading: bytes).entries.map(\.bytes) : [bytes]
        let text = parts.map { String(decoding: $0, as: UTF8.self) }.joined()
        let bad = text.unicodeScalars.filter { SafeText.isDeceptive($0) && $0 != "\n" && $0 != "\r" }
        #expect(bad.isEmpty)
    }

    @Test(arguments: names) func writeAnEmptyAssessment(format: String) throws {
        let writer = try #require(Writers.writer(for: format))
        // Of JSON lines without an event nothing is left.
        #expect(writer.bytes(of: Sample.empty).isEmpty == (format == "ocsf"))
    }

    @Test func theSinkHandsOnChunksAndKeepsTheFirstError() throws {
        struct Full: Error {}
        var chunks: [Int] = []
        let sink = ByteSink { chunk in
            chunks.append(chunk.count)
            if chunks.count == 2 { throw Full() }
        }
        for _ in 0..<5 { sink.append(String(repeating: "x", count: ByteSink.chunkSize)) }
        #expect(throws: Full.self) { try sink.finish() }
        #expect(chunks == [ByteSink.chunkSize, ByteSink.chunkSize])
        #expect(sink.count == 5 * ByteSink.chunkSize)
    }
}

extension Sample {
    /// What comes of an empty folder.
    static var empty: Assessment {
        Assessment(
            at: "2026-11-23T00:00:00Z", toolVersion: "0.1.0", catalog: Sample().catalog, evidence: Evidence(),
            evidenceDigest: "", agents: [], checks: [], controls: [], gaps: [], questions: [], statements: [],
            waivers: [],
            autonomy: [])
    }
}
