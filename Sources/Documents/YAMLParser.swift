/// Reads YAML through libyaml's events, which carry the place of everything.
///
/// Plain scalars are read by the YAML 1.2 core schema, as today's products do: `yes` is a text.
struct YAMLParser {
    /// A node as anchors need it: how many values and levels it has, aliases expanded.
    struct Measured {
        let node: Node
        let size: Int
        let height: Int
    }

    private let events: YAMLEvents
    private let limits: Limits
    private var nodes = 0
    private var anchors: [String: Measured] = [:]
    private var warnings: [Diagnostic] = []

    static func parse(_ source: Source, limits: Limits) throws(Diagnostic) -> Document {
        guard !source.bytes.allSatisfy({ [0x20, 0x09, 0x0A, 0x0D].contains($0) }) else {
            throw Diagnostic(.syntax, "the file is empty", at: .start)
        }
        let (root, warnings) = try parse(source.bytes, limits: limits, firstLine: 1)
        return Document(format: .yaml, root: root, warnings: warnings)
    }

    /// Reads a stretch of a file that begins on the given line; one that holds only comments is null.
    static func parse(
        _ bytes: [UInt8], limits: Limits, firstLine: Int
    ) throws(Diagnostic) -> (root: Node, warnings: [Diagnostic]) {
        var parser = YAMLParser(events: YAMLEvents(bytes, firstLine: firstLine), limits: limits)
        let documents = try parser.stream()
        let first = documents.first ?? Node(.null, at: Position(line: firstLine, column: 1))
        let root = documents.count > 1 ? Node(.array(documents), at: first.position) : first
        return (root, parser.warnings)
    }

    private init(events: YAMLEvents, limits: Limits) {
        self.events = events
        self.limits = limits
    }

    private mutating func stream() throws(Diagnostic) -> [Node] {
        var documents: [Node] = []
        while true {
            let event = try events.next()
            switch event.kind {
            case .end: return documents
            case .documentStart: anchors = [:]
            case .other: continue
            default: documents.append(try node(event, depth: 1).node)
            }
        }
    }

    private mutating func node(_ event: YAMLEvents.Event, depth: Int) throws(Diagnostic) -> Measured {
        let before = nodes
        try count(1, at: event.position)
        let node: Node
        var height = 0
        switch event.kind {
        case .alias(let name):
            guard let anchor = anchors[name] else {
                throw Diagnostic(.syntax, "there is no anchor &\(name)", at: event.position)
            }
            try count(anchor.size - 1, at: event.position)
            try enter(depth + anchor.height - 1, at: event.position)
            return anchor
        case .scalar(let text, let isPlain):
            node = Node(isPlain ? YAMLScalar.content(of: text) : .string(text), at: event.position)
        case .sequenceStart:
            try enter(depth, at: event.position)
            node = Node(.array(try sequence(depth: depth, height: &height)), at: event.position)
        case .mappingStart:
            try enter(depth, at: event.position)
            node = Node(.object(try mapping(depth: depth, height: &height)), at: event.position)
        default: throw Diagnostic(.syntax, "expected a value", at: event.position)
        }
        let measured = Measured(node: node, size: nodes - before, height: height)
        if let anchor = event.anchor { anchors[anchor] = measured }
        return measured
    }

    private func enter(_ depth: Int, at position: Position) throws(Diagnostic) {
        guard depth <= limits.depth else {
            throw Diagnostic(.limit, "nested deeper than \(limits.depth) levels", at: position)
        }
    }

    /// Aliases count as often as they are used, so that a small file cannot become a huge tree.
    private mutating func count(_ more: Int, at position: Position) throws(Diagnostic) {
        nodes += more
        guard nodes <= limits.nodes else {
            throw Diagnostic(.limit, "more than \(limits.nodes) values, aliases counted as often as used", at: position)
        }
    }

    private mutating func sequence(depth: Int, height: inout Int) throws(Diagnostic) -> [Node] {
        var elements: [Node] = []
        height = 1
        while true {
            let event = try events.next()
            if case .collectionEnd = event.kind { return elements }
            let element = try node(event, depth: depth + 1)
            height = max(height, element.height + 1)
            elements.append(element.node)
        }
    }

    private mutating func mapping(depth: Int, height: inout Int) throws(Diagnostic) -> [Member] {
        var members = YAMLMembers()
        height = 1
        while true {
            let event = try events.next()
            if case .collectionEnd = event.kind { return members.all }
            let key = try key(event, depth: depth)
            let value = try node(try events.next(), depth: depth + 1)
            height = max(height, value.height + 1)
            if case .scalar("<<", isPlain: true) = event.kind {
                try members.merge(value.node)
            } else if members.add(Member(key: key, keyPosition: event.position, value: value.node)) {
                warnings.warnOfRepeated(key, at: event.position)
            }
        }
    }

    private mutating func key(_ event: YAMLEvents.Event, depth: Int) throws(Diagnostic) -> String {
        if case .scalar(let text, _) = event.kind {
            _ = try node(event, depth: depth)
            return text
        }
        guard let text = try node(event, depth: depth + 1).node.string else {
            throw Diagnostic(.syntax, "a key must be a text", at: event.position)
        }
        return text
    }
}
