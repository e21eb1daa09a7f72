internal import Compliance
internal import Documents

/// Agents that are defined in Python, read by a collector in Python that Surety carries.
///
/// It speaks the public protocol of collectors; beside the path it is told on standard input which files to read. Nothing
/// of an assessed folder is imported or run: the files are parsed with the module `ast`
/// (<https://docs.python.org/3/library/ast.html>), isolated by `-I -S -B`
/// (<https://docs.python.org/3/using/cmdline.html#cmdoption-I>).
struct PythonCollector {
    /// Name that its rows bear.
    static let name = "python"

    /// Makes the carried sources importable and runs the one called `main`.
    private static let start = """
        import json, sys
        from _frozen_importlib import ModuleSpec
        sources = json.loads(sys.stdin.readline())
        class Carried:
            @staticmethod
            def find_spec(name, path=None, target=None):
                return ModuleSpec(name, Carried) if name in sources else None
            @staticmethod
            def create_module(spec):
                return None
            @staticmethod
            def exec_module(module):
                exec(compile(sources[module.__name__], module.__name__ + '.py', 'exec'), module.__dict__)
        sys.meta_path.insert(0, Carried)
        from surety_main import main
        main(json.loads(sys.stdin.readline()))
        """

    let interpreter: String?
    let outside: OutsideCollection
    let files: PythonFiles

    /// Looks for Python files of agents.
    init(_ outside: OutsideCollection, interpreter: String?) {
        self.outside = outside
        self.interpreter = interpreter
        files = PythonFiles(outside.walk)
    }

    /// Reads the agents of the folder; nothing is started where no file imports a framework.
    func collect(known: [FilePath: SourceFile], agents: Set<AgentID>) -> OutsideCollection.Found {
        guard !files.agents.isEmpty else { return OutsideCollection.Found() }
        guard let interpreter else { return unread("python3 was not found, and agents in Python are read by it") }
        var header: CollectorReply.Header?
        do throws(CollectorProblem) {
            let run = CollectorRun(
                command: [interpreter, "-I", "-S", "-B", "-c", Self.start], environment: ["LC_ALL=C.UTF-8"],
                input: Array((embeddedPython + "\n" + request(agents) + "\n").utf8), bounds: .standard)
            return try outside.take(run, known: known, agents: agents, header: &header)
        } catch {
            return unread("the collector for Python failed: \(error)")
        }
    }

    /// Every file that would have been read, as one that could not be.
    private func unread(_ reason: String) -> OutsideCollection.Found {
        var found = OutsideCollection.Found()
        for path in files.agents {
            let file = SourceFile.read(
                outside.walk.location(of: path), path: FilePath(outside.prefix + path.components),
                kind: ArtifactKind("python agent", nil))
            found.files.append((file.refused(Diagnostic(.forbidden, reason, at: nil)), nil))
        }
        return found
    }

    private func request(_ agents: Set<AgentID>) -> String {
        let list = { (texts: [String]) in "[" + texts.map(JSONQuote.quoted).joined(separator: ",") + "]" }
        let prefix = outside.prefix.isEmpty ? "" : FilePath(outside.prefix).text
        return "{\"root\":\(JSONQuote.quoted(outside.walk.absolute)),\"files\":\(list(files.agents.map(\.text))),"
            + "\"modules\":\(list(files.others.map(\.text))),\"projects\":\(list(files.projects.map(\.text))),"
            + "\"prefix\":\(JSONQuote.quoted(prefix)),\"known\":\(list(agents.sorted().map(\.rawValue)))}"
    }
}
