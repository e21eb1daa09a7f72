/// Files in one file, as ZIP has them: stored without compression, in the order given, all of one date.
///
/// The same entries give the same bytes. See APPNOTE.TXT 6.3.10
/// (<https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT>) §4.3.
public struct ZipArchive {
    /// The files: each with its path, parts divided by `/`, and its bytes.
    public let entries: [(name: String, bytes: [UInt8])]

    /// An archive of files.
    ///
    /// - Parameter entries: Files whose names `EntryName.fault` finds nothing wrong with, and which `fit`.
    public init(entries: [(name: String, bytes: [UInt8])]) { self.entries = entries }

    /// Whether files fit the form that every reader knows: 65,534 files, 4 GiB.
    public static func fit(_ entries: [(name: String, bytes: [UInt8])]) -> Bool {
        let size = entries.reduce(end) { sum, entry in
            sum + local + central + 2 * entry.name.utf8.count + entry.bytes.count
        }
        return entries.count < 0xFFFF && size < 0xFFFF_FFFF && entries.allSatisfy { $0.name.utf8.count < 0xFFFF }
    }

    /// Sizes of the fixed parts of headers.
    static let (local, central, end) = (30, 46, 22)
    /// The signatures that headers begin with.
    static let localMark: [UInt8] = [0x50, 0x4B, 0x03, 0x04]
    static let centralMark: [UInt8] = [0x50, 0x4B, 0x01, 0x02]
    static let endMark: [UInt8] = [0x50, 0x4B, 0x05, 0x06]

    /// Version 2.0, names in UTF-8 (§4.4.4, bit 11), stored, 1980-01-01 00:00: the earliest date that there is.
    private static let kind = [20, 0x0800, 0, 0, 0x21].flatMap(LittleEndian.two)

    /// The archive as a file.
    public var bytes: [UInt8] {
        var file: [UInt8] = []
        file.reserveCapacity(entries.reduce(Self.end) { $0 + $1.bytes.count + 2 * $1.name.utf8.count + 76 })
        var directory: [UInt8] = []
        for (name, content) in entries {
            let sizes =
                LittleEndian.four(Int(CRC32.value(of: content))) + LittleEndian.four(content.count)
                + LittleEndian.four(content.count) + LittleEndian.two(name.utf8.count) + LittleEndian.two(0)
            // Made on Unix (3), and there a file that everybody may read: 0100644.
            directory += Self.centralMark + [20, 3] + Self.kind + sizes + [UInt8](repeating: 0, count: 6)
            directory += LittleEndian.four(0o100644 << 16) + LittleEndian.four(file.count) + Array(name.utf8)
            file += Self.localMark + Self.kind + sizes + Array(name.utf8)
            file += content
        }
        let start = file.count
        file += directory
        file += Self.endMark + LittleEndian.four(0) + LittleEndian.two(entries.count) + LittleEndian.two(entries.count)
        file += LittleEndian.four(directory.count) + LittleEndian.four(start) + LittleEndian.two(0)
        return file
    }
}
