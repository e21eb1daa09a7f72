extension StringProtocol {
    /// Where the text stands first in this one, byte for byte.
    func place(of text: String) -> Range<Index>? {
        var needle = text
        let offset = needle.withUTF8 { needle in
            utf8.withContiguousStorageIfAvailable { bytes in
                bytes.indices.first { bytes[$0...].starts(with: needle) }
            } ?? utf8.indices.first { utf8[$0...].starts(with: needle) }.map { utf8.distance(from: startIndex, to: $0) }
        }
        guard let offset else { return nil }
        let start = utf8.index(startIndex, offsetBy: offset)
        return start..<utf8.index(start, offsetBy: text.utf8.count)
    }

    /// Whether the text stands somewhere in this one, byte for byte.
    ///
    /// The library's search prepares a table for each needle, which costs more than looking through a setting.
    func holds(_ text: String) -> Bool {
        var needle = text
        return needle.withUTF8 { needle in
            guard let first = needle.first else { return true }
            let found = utf8.withContiguousStorageIfAvailable { bytes -> Bool in
                guard bytes.count >= needle.count else { return false }
                for start in 0...(bytes.count - needle.count) where bytes[start] == first {
                    var offset = 1
                    while offset < needle.count, bytes[start + offset] == needle[offset] { offset += 1 }
                    if offset == needle.count { return true }
                }
                return false
            }
            return found ?? Array(utf8).holds(needle)
        }
    }
}

extension [UInt8] {
    fileprivate func holds(_ needle: UnsafeBufferPointer<UInt8>) -> Bool {
        guard count >= needle.count else { return false }
        return (0...(count - needle.count)).contains { self[$0..<($0 + needle.count)].elementsEqual(needle) }
    }
}
