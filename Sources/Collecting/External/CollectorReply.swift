internal import Compliance
internal import Documents

/// What a collector wrote: a header, rows, and an end that counts them, each a JSON object on a line of its own.
struct CollectorReply {
    /// One row as it was written.
    struct Entry {
        let line: Int
        let table: Table
        let node: Node
    }

    /// What the first line says.
    struct Header {
        /// The name that the collector gives itself.
        let name: String
        let version: String
        /// The tables that it may write.
        let tables: [Table]
    }

    /// Tables that only Surety and people fill: no program states anything in a person's name.
    private static let reserved: Set<Table> = [.statement, .externalFinding]
    /// Tables that every collector may write.
    private static let always: Set<Table> = [.artifact, .agent, .coverage]

    let header: Header
    let entries: [Entry]

    /// The header of an output, though the rest of it may be broken; nil when that is broken too.
    static func header(of output: [UInt8]) -> Header? {
        guard let first = output.split(separator: 0x0A, maxSplits: 1).first else { return nil }
        return try? header(node(first, 1))
    }

    /// Reads an output from its first line to its last.
    init(_ output: [UInt8], bounds: CollectorBounds) throws(CollectorProblem) {
        guard output.last == 0x0A else {
            throw CollectorProblem(
                output.isEmpty ? "it wrote nothing" : "its last line has no line end: the output was cut off")
        }
        let lines = output.dropLast().split(separator: 0x0A, omittingEmptySubsequences: false)
        guard lines.count <= bounds.lines else { throw CollectorProblem("it wrote more than \(bounds.lines) lines") }
        header = try Self.header(Self.node(lines[0], 1))
        guard lines.count > 1 else { throw CollectorProblem("it wrote no end line", line: 1) }
        let end = try Self.node(lines[lines.count - 1], lines.count)
        guard end.members.map(\.key) == ["end"], end["end"]?.integer == lines.count - 2 else {
            throw CollectorProblem(
                "expected {\"end\": \(lines.count - 2)}, the number of rows, as the last line", line: lines.count)
        }
        var entries: [Entry] = []
        entries.reserveCapacity(lines.count)
        for number in 2..<max(lines.count, 2) {
            entries.append(try Self.entry(Self.node(lines[number - 1], number), number, header.tables))
        }
        self.entries = entries
    }

    private static func node(_ bytes: ArraySlice<UInt8>, _ line: Int) throws(CollectorProblem) -> Node {
        do {
            let document = try Document(Array(bytes), as: .json)
            if let warning = document.warnings.first { throw CollectorProblem("\(warning)", line: line) }
            guard document.root.isObject else { throw CollectorProblem("expected a JSON object", line: line) }
            return document.root
        } catch let problem as CollectorProblem {
            throw problem
        } catch {
            throw CollectorProblem("\(error)", line: line)
        }
    }

    private static func header(_ node: Node) throws(CollectorProblem) -> Header {
        let expected: Set<String> = ["surety", "collector", "version", "tables"]
        guard node["surety"] != nil, Set(node.members.map(\.key)).isSubset(of: expected) else {
            throw CollectorProblem(
                "expected the header: {\"surety\": 1, \"collector\": NAME, \"version\": TEXT, \"tables\": [NAME, …]}",
                line: 1)
        }
        guard node["surety"]?.integer == ExternalCollector.protocolVersion else {
            throw CollectorProblem(
                "only version \(ExternalCollector.protocolVersion) of the protocol is known", line: 1)
        }
        guard let name = node["collector"]?.string, isName(name) else {
            throw CollectorProblem(
                "collector is a name of at most 64 lower-case letters, digits, dots and hyphens", line: 1)
        }
        guard let version = node["version"]?.string, version.utf8.count <= 64 else {
            throw CollectorProblem("version is a text of at most 64 bytes", line: 1)
        }
        guard let tables = node["tables"], tables.isArray else {
            throw CollectorProblem("tables is a list of names of tables", line: 1)
        }
        var known: [Table] = []
        for element in tables.elements {
            guard let table = element.string.flatMap(Table.init(rawValue:)), !reserved.contains(table) else {
                throw CollectorProblem("a collector cannot fill a table \(element.string ?? "without a name")", line: 1)
            }
            known.append(table)
        }
        return Header(name: name, version: version, tables: known)
    }

    private static func entry(_ node: Node, _ line: Int, _ declared: [Table]) throws(CollectorProblem) -> Entry {
        guard let name = node["table"]?.string else { throw CollectorProblem("it names no table", line: line) }
        guard let table = Table(rawValue: name) else {
            throw CollectorProblem("there is no table \(name)", line: line)
        }
        guard declared.contains(table) || always.contains(table) else {
            throw CollectorProblem("the header does not name table \(name)", line: line)
        }
        return Entry(line: line, table: table, node: node)
    }

    private static func isName(_ name: String) -> Bool {
        !name.isEmpty && name.utf8.count <= 64 && name.first != "." && name.first != "-"
            && name.utf8.allSatisfy {
                (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) || $0 == UInt8(ascii: ".")
                    || $0 == UInt8(ascii: "-")
            }
    }
}
