internal import Documents
internal import Glibc
internal import Parallel

/// The Python files of a walk: those that import an agent framework, and the others, which they may import.
struct PythonFiles {
    /// Files that import a framework.
    private(set) var agents: [FilePath] = []
    /// All other Python files.
    private(set) var others: [FilePath] = []
    /// Folders that hold a project, by the files that say so.
    private(set) var projects: [FilePath] = []

    /// The largest file that is looked into, in bytes.
    private static let largest = 4 << 20
    private static let projectFiles: Set<String> = [
        "pyproject.toml", "setup.py", "setup.cfg", "requirements.txt", "Pipfile", "uv.lock", "langgraph.json",
    ]
    /// First words of imports; `langchain` and `langgraph` stand for all packages whose names begin so.
    private static let frameworks: Set<String> = [
        "agents", "crewai", "crewai_tools", "google.adk", "autogen", "autogen_agentchat", "autogen_core", "autogen_ext",
        "ag2", "pydantic_ai", "smolagents", "fastmcp", "mcp.server", "deepagents",
    ]

    /// Looks into the Python files of a walk; where there are none, nothing is opened.
    init(_ walk: FolderWalk) {
        let python = walk.files.filter { $0.name.hasSuffix(".py") }
        guard !python.isEmpty else { return }
        let found = python.concurrentChunks(of: 64) { chunk in
            chunk.map { path in
                FileBytes.regular(walk.location(of: path), atMost: Self.largest).map(Self.importsFramework) ?? false
            }
        }.flatMap(\.self)
        for (path, isAgent) in zip(python, found) {
            if isAgent { agents.append(path) } else { others.append(path) }
        }
        guard !agents.isEmpty else { return }
        projects = walk.files.filter { Self.projectFiles.contains($0.name) }.map(\.folder)
    }

    /// Whether a line of the text imports a framework; what stands in strings counts too, and is sorted out later.
    static func importsFramework(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBufferPointer { text in
            var start = 0
            while start < text.count {
                if let module = importedModule(text, start), isFramework(module) { return true }
                guard let base = text.baseAddress, let end = memchr(base + start, 0x0A, text.count - start) else {
                    return false
                }
                start = UnsafeRawPointer(end) - UnsafeRawPointer(base) + 1
            }
            return false
        }
    }

    /// The module after `import` or `from` at the beginning of a line.
    private static func importedModule(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> String? {
        var index = start
        while index < text.count, text[index] == 0x20 || text[index] == 0x09 { index += 1 }
        let rest = text[index...]
        let word: StaticString
        if rest.starts(with: "from ".utf8) {
            word = "from "
        } else if rest.starts(with: "import ".utf8) {
            word = "import "
        } else {
            return nil
        }
        let name = rest.dropFirst(word.utf8CodeUnitCount).drop { $0 == 0x20 }.prefix { $0 != 0x0A }.prefix(200)
        return String(decoding: name, as: UTF8.self)
    }

    private static func isFramework(_ imported: String) -> Bool {
        imported.split(separator: ",").contains { part in
            let name = part.split(separator: " ").first.map(String.init) ?? ""
            guard !name.hasPrefix(".") else { return false }
            let words = name.split(separator: ".").map(String.init)
            guard let first = words.first else { return false }
            return first.hasPrefix("langchain") || first.hasPrefix("langgraph") || frameworks.contains(first)
                || frameworks.contains(words.prefix(2).joined(separator: "."))
                // `from mcp import server` and `from google import adk`
                || ["mcp", "google"].contains(first) && words.count == 1
                    && (imported.contains(" server") || imported.contains(" adk"))
        }
    }
}
