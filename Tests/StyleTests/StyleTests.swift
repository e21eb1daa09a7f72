import Foundation
import Testing

/// What the formatter cannot hold: sizes, effects, names and the direction of imports.
@Suite struct StyleTests {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    static let sources: [(path: String, text: String)] = {
        let folder = root.appending(path: "Sources")
        let paths = (FileManager.default.enumerator(atPath: folder.path)?.allObjects as? [String]) ?? []
        return paths.filter { $0.hasSuffix(".swift") }.sorted().map { path in
            (path, (try? String(contentsOf: folder.appending(path: path), encoding: .utf8)) ?? "")
        }
    }()

    @Test func thereAreSources() {
        #expect(Self.sources.count > 50)
    }

    @Test func noFileIsTwoIdeas() {
        for (path, text) in Self.sources {
            #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count <= 401, "\(path)")
        }
    }

    @Test func effectsStayAtTheEdge() {
        for (path, text) in Self.sources where !path.hasPrefix("surety/") && !path.hasPrefix("catalogembed/") {
            for effect in [" print(", "Date()", "UUID()", "time(nil)"] {
                #expect(!text.contains(effect), "\(path): \(effect)")
            }
        }
    }

    @Test func nothingIsForced() {
        for (path, text) in Self.sources {
            for force in ["try!", "as!", "fatalError("] { #expect(!text.contains(force), "\(path): \(force)") }
        }
    }

    @Test func namesSayWhatAFileIs() {
        for (path, _) in Self.sources {
            for word in ["Utils", "Helpers", "Common", "Manager", "Misc"] { #expect(!path.contains(word), "\(path)") }
        }
    }

    @Test func importsOnlyGoDown() {
        let allowed: [String: Set<String>] = [
            "Hashing": ["COpenSSL"], "XML": ["CLibXML2"], "Documents": ["CYAML", "CTOML", "XML"],
            "Archive": [], "Compliance": ["Hashing"], "Parallel": [],
            "Cataloging": ["Compliance", "Documents", "Hashing", "Parallel", "XML"],
            "Collecting": ["Compliance", "Documents", "Hashing", "Parallel"],
            "Assessing": ["Compliance", "Hashing", "Parallel", "GRDB", "GRDBSQLite"],
            "Tracking": ["Compliance", "Hashing", "GRDB"],
            "Reporting": ["Archive", "Compliance", "Hashing", "Parallel"],
            "Attesting": ["COpenSSL", "Compliance", "Hashing", "XML"],
        ]
        let system: Set<String> = ["Glibc", "FoundationEssentials", "Dispatch", "Synchronization"]
        for (path, text) in Self.sources {
            guard let known = allowed[String(path.prefix { $0 != "/" })] else { continue }
            for line in text.split(separator: "\n") where line.contains("import ") && !line.hasPrefix(" ") {
                guard let word = line.split(separator: " ").last, line.split(separator: " ").dropLast().last == "import"
                else { continue }
                let module = String(word)
                #expect(known.contains(module) || system.contains(module), "\(path) imports \(module)")
            }
        }
    }
}
