internal import CYAML

/// Reads YAML through libyaml's events, which carry the place of everything.
///
/// Plain scalars are read by the YAML 1.2 core schema, as today's products do: `yes` is a text.
struct YAMLParser {
    private var events: YAMLEvents
    private let limits: Limits
    private var nodes = 0
    private var anchors: [String: (node: Node, size: Int)] = [:]
    private var warnings: [Diagnostic] = []
    private let firstLine: Int

    static func parse(_ source: Source, limits: Limits) throws(Diagnostic) -> Document {
        let (root, warnings) = try parse(source.bytes, limits: limits, firstLine: 1)
        return Document(format: .yaml, root: root, warnings: warnings)
    }

    /// Reads a stretch of a file that begins on the given line.
    static func parse(
        _ bytes: [UInt8], limits: Limits, firstLine: Int
    ) throws(Diagnostic) -> (root: Node, warnings: [Diagnostic]) {
        var parser = YAMLParser(events: YAMLEvents(bytes, firstLine: firstLine), limits: limits, firstLine: firstLine)
        let documents = try parser.stream()
        guard let first = documents.first else {
            throw Diagnostic(.syntax, "the file is empty", at: Position(line: firstLine, column: 1))
        }
        let root = documents.count == 1 ? first : Node(.array(documents), at: first.position)
        return (root, parser.warnings)
    }

    private init(events: YAMLEvents, limits: Limits, firstLine: Int) {
        self.events = events
        self.limits = limits
        self.firstLine = firstLine
    }

    private mutating func stream() throws(Diagnostic) -> [Node] {
        var documents: [Node] = []
        while true {
            let event = try events.next()
            switch event.kind {
            case .end: return documents
            case .documentStart: anchors = [:]
            case .other: continue
            default: documents.append(try node(event, depth: 0))
            }
        }
    }

    private mutating func node(_ event: YAMLEvents.Event, depth: Int) throws(Diagnostic) -> Node {
        try count(1, at: event.position)
        guard depth <= limits.depth else {
            throw Diagnostic(.limit, "nested deeper than \(limits.depth) levels", at: event.position)
        }
        let before = nodes
        let node: Node
        switch event.kind {
        case .alias(let name):
            guard let anchor = anchors[name] else {
                throw Diagnostic(.syntax, "there is no anchor &\(name)", at: event.position)
            }
            try count(anchor.size, at: event.position)
            return anchor.node
        case .scalar(let text, let isPlain):
            node = Node(isPlain ? YAMLScalar.content(of: text) : .string(text), at: event.position)
        case .sequenceStart: node = Node(.array(try sequence(depth: depth)), at: event.position)
        case .mappingStart: node = Node(.object(try mapping(depth: depth)), at: event.position)
        default: throw Diagnostic(.syntax, "expected a value", at: event.position)
        }
        if let anchor = event.anchor { anchors[anchor] = (node, nodes - before + 1) }
        return node
    }

    /// Aliases count as often as they are used, so that a small file cannot become a huge tree.
    private mutating func count(_ more: Int, at position: Position) throws(Diagnostic) {
        nodes += more
        guard nodes <= limits.nodes else {
            throw Diagnostic(.limit, "more than \(limits.nodes) values, aliases counted as often as used", at: position)
        }
    }

    private mutating func sequence(depth: Int) throws(Diagnostic) -> [Node] {
        var elements: [Node] = []
        while true {
            let event = try events.next()
            if case .collectionEnd = event.kind { return elements }
            elements.append(try node(event, depth: depth + 1))
        }
    }

    private mutating func mapping(depth: Int) throws(Diagnostic) -> [Member] {
        var members: [Member] = []
        var merged: [Member] = []
        var keys: Set<String> = []
        while true {
            let event = try events.next()
            if case .collectionEnd = event.kind { break }
            let key = try key(event, depth: depth)
            let value = try node(try events.next(), depth: depth + 1)
            if key == "<<" {
                merged += value.isArray ? value.elements.flatMap(\.members) : value.members
                continue
            }
            if !keys.insert(key).inserted {
                let message = "key \"\(key)\" is written twice; the last one counts"
                warnings.append(Diagnostic(.duplicateKey, message, at: event.position))
            }
            members.append(Member(key: key, keyPosition: event.position, value: value))
        }
        return merged.filter { !keys.contains($0.key) } + members
    }

    private mutating func key(_ event: YAMLEvents.Event, depth: Int) throws(Diagnostic) -> String {
        if case .scalar(let text, _) = event.kind { return text }
        let node = try node(event, depth: depth + 1)
        guard let text = node.string else {
            throw Diagnostic(.syntax, "a key must be a text", at: event.position)
        }
        return text
    }
}
