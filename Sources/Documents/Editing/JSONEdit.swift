/// Changes of a JSON text that leave every other byte of it as it stands.
public enum JSONEdit {
    /// The text without the values that pointers lead to.
    ///
    /// - Parameters:
    ///   - pointers: RFC 6901, into the text as it is.
    ///   - bytes: UTF-8 without a byte order mark; comments and trailing commas are kept.
    /// - Returns: Nil when one of the pointers leads nowhere, or the text is not understood.
    public static func removing(_ pointers: [String], from bytes: [UInt8]) -> [UInt8]? {
        var result = bytes
        // From the end, so that the places of those that are still to be removed stay what they are.
        let ordered = Set(pointers).compactMap { pointer in place(of: pointer, in: bytes).map { (pointer, $0) } }
        guard ordered.count == Set(pointers).count, !ordered.isEmpty else { return nil }
        for (pointer, _) in ordered.sorted(by: { $0.1 > $1.1 }) {
            guard let span = JSONSpanReader.read(result), let (parent, index) = span.locate(pointer) else { return nil }
            result.removeSubrange(range(of: index, in: parent))
        }
        return result
    }

    private static func place(of pointer: String, in bytes: [UInt8]) -> Int? {
        guard let span = JSONSpanReader.read(bytes), let (parent, index) = span.locate(pointer) else { return nil }
        return parent.members[index].start
    }

    /// The bytes of a member with the comma that goes with it.
    private static func range(of index: Int, in parent: JSONSpan) -> Range<Int> {
        let member = parent.members[index]
        if index + 1 < parent.members.count { return member.start..<parent.members[index + 1].start }
        // The last one takes the comma before it along, and leaves one that ends the list.
        if index > 0 { return parent.members[index - 1].value.end..<member.value.end }
        // What stands beside the only one is about it.
        return parent.start + 1..<parent.end - 1
    }
}
