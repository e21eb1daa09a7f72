internal import CLibXML2
internal import Synchronization

/// The schemas that lie in a folder, each found by what a document begins with.
///
/// A schema may import others of the folder, by whatever address it gives for them: the last part of the address is
/// looked for among the files. Nothing else is read, and nothing is fetched.
public final class XSDFolder {
    /// What a document is by the schemas.
    public enum Finding: Sendable {
        /// It is valid by the schema of a file.
        case valid(schema: String)
        /// It is not valid by any schema that declares what it is; the first problem by one of them.
        case invalid(schema: String, problem: XMLProblem)
        /// It could not be told, and why.
        case unknown(String)
    }

    private struct Entry {
        let path: String
        let namespace: String?
        let elements: Set<String>
    }

    private let entries: [Entry]
    private let paths: [String]
    private var compiled: [String: XSDSchema?] = [:]

    /// The schemas of a folder.
    ///
    /// - Parameters:
    ///   - paths: The files, with their folders.
    ///   - read: Gives the bytes of one; nil when it cannot be read.
    public init(_ paths: [String], reading read: (String) -> [UInt8]?) {
        self.paths = paths
        entries = paths.sorted().compactMap { path in
            guard let bytes = read(path) else { return nil }
            let head = Head()
            // Of a file that is no schema, or has a DOCTYPE, what stands before the fault is taken.
            try? XMLStream.read(bytes, into: head)
            return head.isSchema ? Entry(path: path, namespace: head.namespace, elements: head.elements) : nil
        }
    }

    /// Whether there is no schema at all.
    public var isEmpty: Bool { entries.isEmpty }

    /// What a document is.
    public func review(_ bytes: [UInt8]) -> Finding {
        let document = Head()
        try? XMLStream.read(bytes, into: document)
        guard let root = document.root else { return .unknown("it is no XML") }
        let beginning = String(decoding: bytes.prefix(4_096), as: UTF8.self)
        let declaring = entries.filter { entry in
            entry.elements.contains(root)
                && (entry.namespace.map { beginning.contains("\"\($0)\"") || beginning.contains("'\($0)'") } ?? true)
        }
        guard !declaring.isEmpty else { return .unknown("no schema there declares its root, \(root)") }
        var found: Finding?
        for entry in declaring {
            guard let schema = schema(entry.path) else { continue }
            guard let problem = schema.problems(in: bytes).first else { return .valid(schema: entry.path) }
            found = found ?? .invalid(schema: entry.path, problem: problem)
        }
        return found
            ?? .unknown("\(declaring[0].path) is no schema that can be used, or one that it imports is not there")
    }

    private func schema(_ path: String) -> XSDSchema? {
        if let known = compiled[path] { return known }
        let schema = try? XSDSchema(path: path, beside: paths)
        compiled[path] = .some(schema)
        return schema
    }

    /// The root of a document, and of a schema what it declares.
    private final class Head: XMLReceiver {
        private(set) var root: String?
        private(set) var namespace: String?
        private(set) var elements: Set<String> = []
        private var depth = 0

        var isSchema: Bool { root == "schema" }

        func begin(_ name: String, attributes: [XMLAttribute], line: Int, column: Int) {
            let own = name.split(separator: ":").last.map(String.init) ?? name
            if depth == 0 {
                root = own
                namespace = attributes.first { $0.name == "targetNamespace" }?.value
            } else if depth == 1, own == "element", let declared = attributes.first(where: { $0.name == "name" }) {
                elements.insert(declared.value)
            }
            depth += 1
        }

        func text(_ text: String) {}

        func end() { depth -= 1 }
    }
}

/// The files that schemas may draw on while one is compiled; libxml2 asks one function for all of them.
enum SchemaFiles {
    private static let known = Mutex<[String: String]>([:])
    /// Schemas are compiled one after the other: the function is libxml2's only one.
    private static let turn = Mutex(())

    /// Runs a body in which libxml2 reads some files and no others.
    static func only<T: Sendable>(_ paths: [String], _ body: () -> T) -> T {
        turn.withLock { _ in
            var names: [String: String] = [:]
            for path in paths.sorted(by: >) {
                let last = String(path.split(separator: "/").last ?? "")
                names[last] = path
                if last.hasSuffix(".xsd") { names[String(last.dropLast(4))] = path }
            }
            for path in paths { names[path] = path }
            known.withLock { $0 = names }
            XMLReader.initialise()
            xmlSetExternalEntityLoader { address, _, context in
                guard let address, let path = SchemaFiles.path(String(cString: address)) else { return nil }
                return xmlNewInputFromFile(context, path)
            }
            defer { xmlSetExternalEntityLoader(xmlNoNetExternalEntityLoader) }
            return body()
        }
    }

    private static func path(_ address: String) -> String? {
        known.withLock { $0[address] ?? $0[String(address.split(separator: "/").last ?? "")] }
    }
}
