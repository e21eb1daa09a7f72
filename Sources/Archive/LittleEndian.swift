/// Numbers as ZIP has them, the lowest byte first.
enum LittleEndian {
    static func two(_ number: Int) -> [UInt8] { [UInt8(number & 0xFF), UInt8(number >> 8 & 0xFF)] }

    static func four(_ number: Int) -> [UInt8] { two(number) + two(number >> 16) }

    /// The number of two bytes; the caller has looked that they are there.
    static func two(_ bytes: [UInt8], at place: Int) -> Int { Int(bytes[place]) | Int(bytes[place + 1]) << 8 }

    /// The number of four bytes; the caller has looked that they are there.
    static func four(_ bytes: [UInt8], at place: Int) -> Int {
        two(bytes, at: place) | two(bytes, at: place + 2) << 16
    }
}
