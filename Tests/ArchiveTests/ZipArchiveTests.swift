import Archive
import Foundation
import Testing

/// Archives as they are written, and as others write them to deceive.
@Suite struct ZipArchiveTests {
    private static let files: [(name: String, bytes: [UInt8])] = [
        ("a.txt", Array("hello".utf8)), ("folder/ä b.bin", (0...255).map { UInt8($0) }), ("empty", []),
    ]

    private static func archive(_ names: String...) -> [UInt8] {
        ZipArchive(entries: names.map { ($0, Array("x".utf8)) }).bytes
    }

    private func fault(_ file: [UInt8]) -> String {
        do {
            _ = try ZipArchive(reading: file)
            return "none"
        } catch {
            return error.description
        }
    }

    @Test func whatIsWrittenIsReadAndTheSameTwice() throws {
        let file = ZipArchive(entries: Self.files).bytes
        #expect(file == ZipArchive(entries: Self.files).bytes)
        let read = try ZipArchive(reading: file)
        #expect(read.entries.map(\.name) == Self.files.map(\.name))
        #expect(read.entries.map(\.bytes) == Self.files.map(\.bytes))
        #expect(try ZipArchive(reading: ZipArchive(entries: []).bytes).entries.isEmpty)
    }

    /// "hello" has the CRC-32 0x3610A686; the fixed parts are those of APPNOTE §4.3.7.
    @Test func headersAreAsTheFormatHasThem() {
        let file = ZipArchive(entries: [("a", Array("hello".utf8))]).bytes
        let local: [UInt8] = [
            0x50, 0x4B, 3, 4, 20, 0, 0, 8, 0, 0, 0, 0, 0x21, 0, 0x86, 0xA6, 0x10, 0x36, 5, 0, 0, 0, 5, 0, 0, 0, 1, 0, 0,
            0,
        ]
        #expect(Array(file.prefix(36)) == local + Array("ahello".utf8))
        #expect(Array(file[36..<42]) == [0x50, 0x4B, 1, 2, 20, 3])
        #expect(file.count == 36 + 47 + 22)
    }

    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/python3")))
    func anotherProgramReadsIt() throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "surety-zip-\(UUID().uuidString).zip")
        defer { try? FileManager.default.removeItem(at: path) }
        try Data(ZipArchive(entries: Self.files).bytes).write(to: path)
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/python3")
        process.arguments = [
            "-c",
            "import sys,zipfile; z=zipfile.ZipFile(sys.argv[1]); print(z.testzip(), [(i.filename, i.date_time[0], len(z.read(i))) for i in z.infolist()])",
            path.path,
        ]
        process.standardOutput = output
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(text == "None [('a.txt', 1980, 5), ('folder/ä b.bin', 1980, 256), ('empty', 1980, 0)]\n")
    }

    @Test(
        arguments: [
            ("../x", "leads out"), ("a/../../x", "leads out"), ("/etc/passwd", "absolute"), ("a//b", "empty part"),
            ("a/", "empty part"), ("./a", "leads out"), ("C:/x", "some systems refuse"), ("a\\..\\b", "some systems"),
            ("a\u{0}b", "not seen"), ("a\u{202E}b", "not seen"), ("a\nb", "not seen"), ("a.", "dot or a space"),
            ("a /b", "dot or a space"), ("", "is empty"), (String(repeating: "n", count: 1_025), "longer"),
        ])
    func aNameThatLeadsElsewhereIsRefused(name: String, why: String) {
        #expect(fault(Self.archive(name)).contains(why), "\(name)")
    }

    @Test func twoFilesOfOneNameAreRefused() {
        #expect(fault(Self.archive("a", "a")) == "a is in it twice")
        #expect(fault(Self.archive("A.txt", "b", "a.TXT")) == "A.txt and a.TXT are one file on some systems")
        #expect(fault(Self.archive("\u{E9}", "e\u{301}")).contains("is in it twice"))
    }

    @Test func everyCutIsRefused() {
        let file = ZipArchive(entries: Self.files).bytes
        for length in 0..<file.count { #expect(fault(Array(file.prefix(length))) != "none", "\(length)") }
        for length in 1..<file.count { #expect(fault(Array(file.suffix(length))) != "none", "\(length)") }
    }

    /// Whatever single byte is changed: there is a second reading of none of them.
    @Test func everyChangedByteIsRefused() {
        let file = ZipArchive(entries: Self.files).bytes
        for place in file.indices {
            for bit: UInt8 in [1, 0x80] {
                var changed = file
                changed[place] ^= bit
                // A changed name, in both places alike, would be another archive; one place alone is none.
                #expect(fault(changed) != "none", "\(place)")
            }
        }
    }

    @Test func bytesBeforeBetweenAndAfterAreRefused() {
        let file = Self.archive("a")
        #expect(fault([0] + file) == "its list of files does not lie where it says")
        #expect(fault(file + [0]).contains("after its end"))
        var commented = file
        commented[commented.count - 2] = 3
        #expect(fault(commented + Array("abc".utf8)).contains("after its end"))
        #expect(fault(Array("PK".utf8)).contains("no ZIP"))
    }

    @Test func compressedAndEncryptedFilesAreNamed() {
        // The central header of "a", one byte long, begins at 32.
        var deflated = Self.archive("a")
        deflated[32 + 10] = 8
        #expect(fault(deflated) == "a is compressed: unpack the archive and give the folder")
        var encrypted = Self.archive("a")
        encrypted[32 + 8] = 1
        #expect(fault(encrypted) == "a is encrypted")
        var grown = Self.archive("a")
        grown[32 + 27] = 0x7F
        #expect(fault(grown) == "a has two sizes")
        grown[32 + 23] = 0x7F
        #expect(fault(grown) == "a does not begin where the file before it ends")
    }

    /// Files that lie over each other make a small archive unpack to a large folder.
    @Test func filesThatLieOverEachOtherAreRefused() {
        var file = Self.archive("a", "b")
        // Central headers begin at 64; the second one's offset is its last field but the name.
        file[64 + 47 + 42] = 0
        #expect(fault(file) == "b does not begin where the file before it ends")
    }

    @Test func whatDoesNotFitIsSaid() {
        #expect(ZipArchive.fit(Self.files))
        #expect(!ZipArchive.fit((0..<0xFFFF).map { ("\($0)", []) }))
    }
}
