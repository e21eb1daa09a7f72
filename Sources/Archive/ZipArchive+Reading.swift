extension ZipArchive {
    /// Why a file is not read as an archive.
    public struct Malformed: Error, Hashable, CustomStringConvertible {
        /// What is wrong, in words.
        public let description: String

        init(_ description: String) { self.description = description }
    }

    /// Reads an archive that was written by this type, byte for byte, and none that was written otherwise.
    ///
    /// ZIP says a file's name and size twice, lets bytes lie between files and files lie over each other, so that two
    /// programs unpack two different things. Here there is one reading: what is read, written again, has to be the same
    /// bytes. Nothing is compressed, so nothing grows.
    ///
    /// - Throws: `Malformed`, which names the entry and the fault.
    public init(reading file: [UInt8]) throws(Malformed) {
        let directory = try Self.directory(of: file)
        var entries: [(name: String, bytes: [UInt8])] = []
        var place = directory.lowerBound
        var start = 0
        while place < directory.upperBound {
            let entry = try Self.entry(at: place, in: file, before: directory.upperBound)
            let content = start + Self.local + entry.nameSize
            guard entry.offset == start, content + entry.size <= directory.lowerBound else {
                throw Malformed("\(entry.name) does not begin where the file before it ends")
            }
            let bytes = Array(file[content..<content + entry.size])
            guard Int(CRC32.value(of: bytes)) == entry.checksum else {
                throw Malformed("the checksum of \(entry.name) is not that of its bytes")
            }
            entries.append((entry.name, bytes))
            start = content + entry.size
            place += Self.central + entry.nameSize
        }
        if let (one, other) = EntryName.clash(in: entries.map(\.name)) {
            throw Malformed(one == other ? "\(one) is in it twice" : "\(one) and \(other) are one file on some systems")
        }
        self.init(entries: entries)
        guard bytes == file else {
            throw Malformed("it is not written as Surety writes archives: unpack it and give the folder")
        }
    }

    /// Where the list of files lies: at the end, with nothing after it.
    private static func directory(of file: [UInt8]) throws(Malformed) -> Range<Int> {
        let end = file.count - Self.end
        guard end >= 0, Array(file[end..<end + 4]) == endMark else {
            throw Malformed("it is no ZIP archive, or something stands after its end")
        }
        let (size, start) = (LittleEndian.four(file, at: end + 12), LittleEndian.four(file, at: end + 16))
        guard start + size == end else { throw Malformed("its list of files does not lie where it says") }
        return start..<end
    }

    private static func entry(
        at place: Int, in file: [UInt8], before end: Int
    ) throws(Malformed) -> (name: String, nameSize: Int, size: Int, checksum: Int, offset: Int) {
        guard place + central <= end, Array(file[place..<place + 4]) == centralMark else {
            throw Malformed("its list of files is broken")
        }
        let nameSize = LittleEndian.two(file, at: place + 28)
        guard place + central + nameSize <= end else { throw Malformed("its list of files is broken") }
        let bytes = file[place + central..<place + central + nameSize]
        guard let name = String(validating: bytes, as: UTF8.self) else { throw Malformed("a name is not UTF-8") }
        if let fault = EntryName.fault(of: name) { throw Malformed("the name '\(name)' \(fault)") }
        if LittleEndian.two(file, at: place + 8) & 1 == 1 { throw Malformed("\(name) is encrypted") }
        guard LittleEndian.two(file, at: place + 10) == 0 else {
            throw Malformed("\(name) is compressed: unpack the archive and give the folder")
        }
        let size = LittleEndian.four(file, at: place + 24)
        guard LittleEndian.four(file, at: place + 20) == size else { throw Malformed("\(name) has two sizes") }
        return (name, nameSize, size, LittleEndian.four(file, at: place + 16), LittleEndian.four(file, at: place + 42))
    }
}
