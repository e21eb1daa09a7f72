import Foundation
import Testing

/// What holds for the collector in Python too.
@Suite struct PythonStyleTests {
    static let sources: [(name: String, text: String)] = {
        let folder = StyleTests.root.appending(path: "collectors/python")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.hasSuffix(".py") }.sorted().map { name in
            (name, (try? String(contentsOf: folder.appending(path: name), encoding: .utf8)) ?? "")
        }
    }()

    @Test func filesAreSmallAndSayWhatTheyAre() {
        #expect(Self.sources.count > 10)
        for (name, text) in Self.sources {
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            #expect(lines.count <= 250, "\(name)")
            #expect(lines.allSatisfy { $0.count <= 130 }, "\(name)")
            #expect(text.hasPrefix("\"\"\""), "\(name)")
        }
    }

    @Test func nothingIsImportedButPythonsOwnAndNothingIsRun() {
        let own: Set<Substring> = ["ast", "hashlib", "json", "os", "re", "resource", "sys", "unicodedata"]
        for (name, text) in Self.sources {
            for line in text.split(separator: "\n") {
                let words = line.split(separator: " ")
                guard let first = words.first, first == "import" || first == "from", words.count > 1 else { continue }
                #expect(words[1].hasPrefix("surety_") || own.contains(words[1]), "\(name): \(line)")
            }
            for call in ["eval(", "exec(", "__import__(", "importlib.import_module(", "subprocess.run(", "os.system("] {
                for line in text.split(separator: "\n") where line.contains(call) {
                    #expect(line.contains("\""), "\(name): \(line)")
                }
            }
        }
    }
}
