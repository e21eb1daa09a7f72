import Compliance
import Testing

@testable import Reporting

/// The register in the columns of other tools.
@Suite("Register layouts")
struct RegisterLayoutTests {
    static let names = RegisterLayout.all.map(\.name)

    /// What a layout makes of the waived gap and of the heaviest one.
    struct Case: CustomTestStringConvertible {
        let layout: String
        let key: String
        let title: String
        /// Rows of the sample: five gaps, of which one is a question to people.
        var rows = 4
        /// Heading, what stands in the row of the critical gap, and of the waived one.
        let cells: [(String, String, String)]
        var testDescription: String { layout }
    }

    static let cases = [
        Case(
            layout: "archer-findings", key: "Finding ID", title: "Finding Title",
            cells: [
                ("Severity", "Critical", "High"), ("Status", "Open", "Open"), ("Exception Expiry", "", "2026-12-31"),
                ("Control ID", "owasp-asi-2026/asi01", "owasp-asi-2026/asi07"),
                ("Exception Approver", "", "Grace Hopper"),
            ]),
        Case(
            layout: "ciso-assistant", key: "ref_id", title: "name",
            cells: [("severity", "critical", "high"), ("status", "identified", "identified"), ("priority", "1", "2")]),
        Case(
            layout: "emass-poam", key: "POA&M Item ID", title: "Control Vulnerability Description",
            cells: [
                ("POA&M Status", "Ongoing", "Risk Accepted"), ("Raw Severity", "Very High", "High"),
                ("POA&M Requested Risk Accepted Expiration Date", "", "2026-12-31"), ("Milestone ID", "", ""),
                ("Office/Org", "Platform team", "Platform team"), ("POA&M Scheduled Completion Date", "", ""),
            ]),
        Case(
            layout: "fedramp-poam", key: "POAM ID", title: "Weakness Name",
            cells: [
                ("Original Risk Rating", "High", "High"), ("False Positive", "No", "No"),
                ("Status Date", "2026-11-23", "2026-11-23"), ("Risk Adjustment", "No", "No"),
                (
                    "Deviation Rationale", "", "accepted by Grace Hopper: internal network only, until the move"
                ),
            ]),
        Case(
            layout: "generic", key: "id", title: "title", rows: 5,
            cells: [
                ("status", "open", "accepted"), ("severity", "critical", "high"), ("line", "4", "14"),
                ("path", ".claude/settings.json", ".mcp.json"), ("waiver_expires", "", "2026-12-31"),
                ("check", "permissions/no-unbounded-shell", "mcp/transport-encrypted"),
            ]),
        Case(
            layout: "jira", key: "Gap ID", title: "Summary",
            cells: [
                ("Priority", "Highest", "High"), ("Labels", "surety", "surety"), ("Work type", "Task", "Task"),
                ("Environment", "claude-code@services/api", "claude-code@services/api"),
            ]),
        Case(
            layout: "servicenow-issue", key: "correlation_id", title: "short_description",
            cells: [
                ("priority", "1", "2"), ("response", "Remediate", "Accept"),
                ("identified_on", "2026-11-23", "2026-11-23"),
            ]
        ),
    ]

    static func csv(_ layout: String, _ assessment: Assessment = Sample().assessment) throws -> [[String]] {
        let found = try #require(RegisterLayout.all.first { $0.name == layout })
        return try CSVTests.read(RegisterWriter(found, as: .csv).bytes(of: assessment))
    }

    @Test func everyLayoutIsTried() {
        #expect(Self.cases.map(\.layout) == Self.names)
        #expect(Self.names == Self.names.sorted())
    }

    @Test(arguments: cases) func speaksTheWordsOfItsTool(expected: Case) throws {
        let rows = try Self.csv(expected.layout)
        #expect(rows.count == expected.rows + 1)
        #expect(rows.allSatisfy { $0.count == rows[0].count })
        let (critical, waived) = (rows[1], rows[2])
        let key = try #require(rows[0].firstIndex(of: expected.key))
        #expect([critical[key], waived[key]] == ["G-0000000001", "G-0000000002"])
        let title = try #require(rows[0].firstIndex(of: expected.title))
        #expect(critical[title].contains("Not met: Shell commands are bounded or asked for"))
        for (heading, first, second) in expected.cells {
            let column = try #require(rows[0].firstIndex(of: heading), "\(heading)")
            #expect([critical[column], waived[column]] == [first, second], "\(heading)")
        }
    }

    @Test(arguments: cases) func sameCellsInAWorkbook(expected: Case) throws {
        let layout = try #require(RegisterLayout.all.first { $0.name == expected.layout })
        let rows = try Self.csv(expected.layout)
        let book = try WorkbookReading(RegisterWriter(layout, as: .xlsx).bytes(of: Sample().assessment))
        #expect(book.names == [layout.sheet, "About this register"])
        #expect(book.sheets[0].count == layout.head.count + rows.count)
        #expect(book.sheets[0][layout.head.count] == rows[0])
        let key = book.value(expected.key, below: layout.head.count)
        #expect(key == "G-0000000001")
    }

    @Test func theFedRAMPSheetHasItsHeadingsInRowFive() throws {
        let book = try WorkbookReading(RegisterWriter(.fedRAMPPOAM, as: .xlsx).bytes(of: Sample().assessment))
        #expect(book.names[0] == "Open POA&M Items")
        #expect(book.sheets[0][4].count == 31)
        #expect(Array(book.sheets[0][4].prefix(4)) == ["POAM ID", "Controls", "Weakness Name", "Weakness Description"])
        #expect(book.value("Original Detection Date", below: 4) == "46349")
    }

    @Test(arguments: cases) func aSecondRunHasTheSameKeys(expected: Case) throws {
        let later = Sample().assessment(at: "2027-01-15T00:00:00Z")
        let key = try #require(try Self.csv(expected.layout)[0].firstIndex(of: expected.key))
        #expect(try Self.csv(expected.layout).map { $0[key] } == Self.csv(expected.layout, later).map { $0[key] })
    }

    @Test(arguments: names) func hostileTextsStayTextsInEveryCell(layout: String) throws {
        let hostile = Sample(dress: { "=" + $0 + Hostile.everything }).assessment
        let rows = try Self.csv(layout, hostile)
        let found = try #require(RegisterLayout.all.first { $0.name == layout })
        let book = try WorkbookReading(RegisterWriter(found, as: .xlsx).bytes(of: hostile))
        for cells in rows + book.sheets.joined() {
            for cell in cells {
                let first = cell.unicodeScalars.first { $0 != " " && $0 != "\u{FFFD}" && $0 != "\u{A0}" }
                #expect(first.map { !"=+-@\u{FF1D}\u{FF0B}".unicodeScalars.contains($0) } ?? true, "\(cell.prefix(40))")
                #expect(!cell.unicodeScalars.contains(where: SafeText.isDeceptive))
                #expect(cell.utf16.count <= 32_767)
            }
        }
    }

    @Test func limitsHold() throws {
        let long = Sample(dress: { $0 + String(repeating: " and more", count: 900) }).assessment
        for layout in RegisterLayout.all {
            let rows = try Self.csv(layout.name, long).dropFirst()
            for row in rows {
                for (cell, column) in zip(row, layout.columns) { #expect(cell.utf16.count <= column.limit) }
            }
        }
    }

    @Test func nothingAssessedIsNoCleanBill() throws {
        let book = try WorkbookReading(RegisterWriter(.fedRAMPPOAM, as: .xlsx).bytes(of: Sample.empty))
        #expect(book.sheets[0].count == 5)
        #expect(book.sheets[1].contains(["Caution", "No agent was found: nothing was assessed."]))
        let full = try WorkbookReading(RegisterWriter(.fedRAMPPOAM, as: .xlsx).bytes(of: Sample().assessment))
        #expect(full.sheets[1].contains { $0.first == "Caution" })
        #expect(full.sheets[1].contains(["Not assessed, and no rows here", "1"]))
        #expect(full.sheets[1].joined().contains { $0.contains("not assessed") })
    }

    @Test func whatWasNotAssessedIsNoWeaknessAndSaysSo() throws {
        let rows = try Self.csv("generic")
        let status = try #require(rows[0].firstIndex(of: "status"))
        #expect(rows.dropFirst().map { $0[status] } == ["open", "accepted", "open", "open", "not-assessed"])
    }

    @Test func columnsHaveWordsPartsAndConstants() throws {
        var words = RegisterColumn("Priority", .field(.severity))
        words.words = ["critical": "P1"]
        var part = RegisterColumn("First", .field(.controls))
        part.part = 2
        let layout = RegisterLayout(
            name: "own", summary: "", form: .csv, scope: .weaknesses,
            columns: [
                words, part, RegisterColumn("Team", .constant("=Platform")), RegisterColumn("Team", .field(.owner)),
            ])
        let rows = try CSVTests.read(RegisterWriter(layout, as: .csv).bytes(of: Sample().assessment))
        #expect(rows[0] == ["Priority", "First", "Team", "Team"])
        #expect(rows[1] == ["P1", "", "'=Platform", "Platform team"])
        #expect(rows[2][0] == "high")
    }

    @Test func layoutsAreFormats() {
        #expect(Writers.named(["csv:jira", "xlsx:jira", "xlsx"]).map(\.format) == ["csv:jira", "xlsx", "xlsx:jira"])
        #expect(Writers.named(["csv:nobody"]).isEmpty)
        #expect(Writers.writer(for: "gaps-emass-poam.csv")?.format == "csv:emass-poam")
        let own = RegisterLayout(name: "own", summary: "", form: .csv, scope: .all, columns: [])
        #expect(Writers.named(["json"], layouts: [own]).map(\.format) == ["json", "csv:own"])
        #expect(Writers.named(["xlsx:own"], layouts: [own]).map(\.format) == ["xlsx:own"])
    }
}

extension Sample {
    /// The same at another moment.
    func assessment(at moment: String) -> Assessment {
        let now = assessment
        return Assessment(
            at: moment, toolVersion: "0.2.0", catalog: now.catalog, evidence: now.evidence,
            evidenceDigest: now.evidenceDigest, agents: now.agents, checks: now.checks, controls: now.controls,
            gaps: now.gaps, questions: now.questions, statements: now.statements, waivers: now.waivers,
            autonomy: now.autonomy)
    }
}
