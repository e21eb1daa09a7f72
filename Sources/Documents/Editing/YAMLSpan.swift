/// A value of a YAML text with the bytes that it takes and the way it is written.
struct YAMLSpan {
    /// What a mapping or sequence holds.
    struct Entry {
        /// The key; nil for an element of a sequence.
        let key: String?
        /// First byte of the key, or of the element's value.
        let start: Int
        /// The byte behind the key.
        let keyEnd: Int
        let value: YAMLSpan
    }

    /// What a value is.
    enum Kind {
        case scalar, sequence, mapping, alias
    }

    let kind: Kind
    let style: YAMLEvents.Style
    let start: Int
    /// The byte behind the last one of the last scalar, or of the closing bracket.
    var end: Int
    /// Whether an anchor makes it more than what stands here.
    let isAnchored: Bool
    var entries: [Entry] = []

    /// Whether a part of it is shared by anchors, or taken from elsewhere.
    var isShared: Bool { isAnchored || kind == .alias || entries.contains { $0.key == "<<" || $0.value.isShared } }

    /// Whether a text of several lines is in it.
    var hasBlockText: Bool {
        kind == .scalar && style == .block || entries.contains { $0.value.hasBlockText }
    }

    func index(of step: String) -> Int? {
        entries.place(of: step, key: kind == .mapping ? { $0.key } : nil)
    }
}

/// Reads the spans of a YAML text from libyaml's marks.
struct YAMLSpanReader {
    private let events: YAMLEvents
    /// The byte with which each Unicode scalar begins.
    private let offsets: [Int]

    /// The value of the only document; nil for a text without one, or with several.
    static func read(_ bytes: [UInt8]) -> YAMLSpan? {
        var reader = YAMLSpanReader(bytes)
        var documents: [YAMLSpan] = []
        while let event = try? reader.events.next() {
            switch event.kind {
            case .end: return documents.count == 1 ? documents[0] : nil
            case .documentStart, .other: continue
            default:
                guard let value = reader.value(event, depth: 0) else { return nil }
                documents.append(value)
            }
        }
        return nil
    }

    private init(_ bytes: [UInt8]) {
        events = YAMLEvents(bytes, firstLine: 1)
        offsets = bytes.indices.filter { bytes[$0] & 0xC0 != 0x80 } + [bytes.count]
    }

    private func byte(_ scalar: Int) -> Int { offsets[min(max(scalar, 0), offsets.count - 1)] }

    private mutating func value(_ event: YAMLEvents.Event, depth: Int) -> YAMLSpan? {
        let (start, end) = (byte(event.extent.lowerBound), byte(event.extent.upperBound))
        func span(_ kind: YAMLSpan.Kind) -> YAMLSpan {
            YAMLSpan(kind: kind, style: event.style, start: start, end: end, isAnchored: event.anchor != nil)
        }
        guard depth < 100 else { return nil }
        switch event.kind {
        case .alias: return span(.alias)
        case .scalar: return span(.scalar)
        case .sequenceStart: return collection(span(.sequence), depth)
        case .mappingStart: return collection(span(.mapping), depth)
        default: return nil
        }
    }

    private mutating func collection(_ empty: YAMLSpan, _ depth: Int) -> YAMLSpan? {
        var span = empty
        while let event = try? events.next() {
            if case .collectionEnd = event.kind {
                // The mark of the end of a block lies behind blank lines and comments.
                span.end =
                    span.style == .flow ? byte(event.extent.upperBound) : span.entries.last?.value.end ?? span.end
                return span
            }
            var (key, start, keyEnd) = (nil as String?, byte(event.extent.lowerBound), 0)
            var first = event
            if span.kind == .mapping {
                guard case .scalar(let name, _) = event.kind, let next = try? events.next() else { return nil }
                (key, keyEnd) = (name, byte(event.extent.upperBound))
                first = next
            }
            guard let value = value(first, depth: depth + 1) else { return nil }
            if span.kind == .sequence { start = value.start }
            span.entries.append(YAMLSpan.Entry(key: key, start: start, keyEnd: keyEnd, value: value))
        }
        return nil
    }
}
