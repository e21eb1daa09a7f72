import Foundation
import Testing

/// Frameworks out and in again, as the user does it.
@Suite struct CatalogExchangeTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "surety-\(UUID().uuidString)").path

    private func write(_ text: String, to name: String) throws -> String {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try text.write(toFile: folder + "/" + name, atomically: true, encoding: .utf8)
        return folder + "/" + name
    }

    @Test(arguments: ["xml", "json", "yaml"]) func everythingComesBack(form: String) throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        #expect(try Program.run(["catalog", "export", "--oscal", form, "--output", folder]).code == 0)
        let mapping = folder + "/mapping." + form
        #expect(
            try Program.run(["map", "export", "owasp-asi-2026--csa-maestro-1", "--oscal", form, "--output", mapping])
                .code == 0)
        let files = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        #expect(files.count >= 4)
        #expect(try Program.run(["catalog", "validate"] + files.map { folder + "/" + $0 }).code == 0)
        let one = folder + "/owasp-asi-2026-catalog." + form
        #expect(
            try Program.run(["catalog", "import", one, "--id", "again", "--output", folder + "/my/frameworks"]).code
                == 0)
        let list = try Program.run(["catalog", "list", "--catalogs", folder + "/my"]).output
        #expect(list.contains("again") && list.contains("OWASP Top 10"))
        let text = try Program.run(["catalog", "export", "owasp-asi-2026", "--oscal", form]).output
        #expect(try text == String(contentsOfFile: one, encoding: .utf8))
    }

    @Test func aTableIsAssessedAgainst() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let table = try write("id,title,statement\nP1,Owners,Each agent has an owner.\n", to: "policy.csv")
        #expect(try Program.run(["catalog", "import", table, "--output", folder + "/my/frameworks/"]).code == 0)
        let shown = try Program.run(["explain", "policy/p1", "--catalogs", folder + "/my"])
        #expect(shown.code == 0 && shown.output.contains("Each agent has an owner."))
    }

    @Test func exitCodesAreAsDocumented() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let broken = try write("<catalog><group>", to: "broken.xml")
        let faulty = try write("{\"catalog\": {\"uuid\": \"1\", \"metadata\": {\"title\": \"\"}}}", to: "faulty.json")
        for (arguments, code) in [
            (["catalog", "export", "nothing"], 65), (["catalog", "export"], 65),
            (["catalog", "export", "--oscal", "doc"], 64), (["catalog", "import", broken], 65),
            (["catalog", "import", faulty], 65), (["catalog", "import", "/nowhere"], 65),
            (["catalog", "validate", broken], 65), (["catalog", "validate", faulty], 1), (["catalog", "validate"], 64),
            (["map", "export", "nothing"], 65),
        ] as [([String], Int32)] {
            #expect(try Program.run(arguments).code == code, "\(arguments)")
        }
        #expect(try Program.run(["catalog", "validate", faulty]).output.contains("faulty.json:1:22: uuid is no UUID"))
    }
}
