import Compliance
import Foundation
import Testing

@testable import Reporting

/// What a history knows, in every format that has a place for it.
@Suite("What a history knows in the reports")
struct HistoryReportTests {
    private let tracked = Sample().tracked

    private func text(_ format: String, _ assessment: Assessment? = nil) throws -> String {
        let writer = try #require(Writers.writer(for: format))
        return String(decoding: writer.bytes(of: assessment ?? tracked), as: UTF8.self)
    }

    /// The cells of the first two rows below some headings: of the gap that is late, and of the accepted one.
    private func cells(_ layout: RegisterLayout, _ titles: [String]) throws -> [[String]] {
        let rows = try CSVTests.read(RegisterWriter(layout, as: .csv).bytes(of: tracked))
        return try titles.map { title in
            let column = try #require(rows[0].firstIndex(of: title), "\(layout.name) has no \(title)")
            return rows[1...2].map { $0[column] }
        }
    }

    @Test(arguments: [
        ("fedramp-poam", "Original Detection Date", "Scheduled Completion Date", "Point of Contact"),
        ("archer-findings", "Date Identified", "Remediation Date", "Finding Owner"),
        ("servicenow-issue", "identified_on", "due_date", "owner"), ("jira", "Found on", "Due date", "Owner"),
        ("generic", "opened_on", "due", "owner"),
    ])
    func registersHaveTheDates(layout: String, opened: String, due: String, owner: String) throws {
        let found = try #require(RegisterLayout.all.first { $0.name == layout })
        let cells = try cells(found, [opened, due, owner])
        #expect(cells[0] == ["2026-09-01", "2026-11-01"])
        #expect(cells[1] == ["2026-10-01", "2026-11-10"])
        // Whom nobody gave it to stays with who answers for the agent.
        #expect(cells[2] == ["ben", "Platform team"])
    }

    @Test func registersHaveTheRest() throws {
        #expect(try cells(.emassPOAM, ["POA&M Scheduled Completion Date"])[0] == ["2026-10-01", "2026-11-10"])
        #expect(try cells(.cisoAssistant, ["eta", "due_date"])[0] == ["2026-10-01", "2026-11-10"])
        let generic = try cells(.generic, ["days_open", "overdue", "ticket", "regressions", "notes"])
        #expect(generic.map { $0[0] }[..<4] == ["83", "yes", "https://tickets.example/SEC-7", "1"])
        #expect(
            generic[4][0]
                == "ana on 2026-09-08: waits for the vendor; ben on 2026-09-20, said to be done: asks now")
        // A waiver that holds suspends the date.
        #expect(generic.map { $0[1] } == ["22", "no", "", "0", ""])
        let comments = try cells(.fedRAMPPOAM, ["Comments"])[0]
        #expect(
            comments[0].contains("Came back 1 time; ticket https://tickets.example/SEC-7. Note by ana on 2026-09-08"))
    }

    /// What no history knows is of this assessment, and nothing else is made up.
    @Test func anUnknownGapIsOfToday() throws {
        let rows = try CSVTests.read(RegisterWriter(.generic, as: .csv).bytes(of: tracked))
        let column = { (name: String) in rows[0].firstIndex(of: name).map { rows[3][$0] } }
        #expect(column("opened_on") == "2026-11-23" && column("days_open") == "0")
        #expect(column("due") == "" && column("ticket") == "" && column("notes") == "")
    }

    /// An empty history is a history, and the columns are there; none is none, and nothing of it is.
    @Test func columnsAreThereOnlyWithAHistory() throws {
        let plain = Sample().assessment
        for format in ["csv", "csv:generic", "csv:jira"] {
            let with = try text(format, plain.knowing([])).split(separator: "\r\n")[0]
            let without = try text(format, plain).split(separator: "\r\n")[0]
            #expect(with.hasPrefix(without) && with.count > without.count, "\(format)")
        }
        #expect(try !text("json", plain).contains("\"tracked\""))
        #expect(try text("json", plain.knowing([])).contains("\"history\": {\"records\": 0}"))
    }

    @Test func programsHaveItInTheirOwnFields() throws {
        #expect(
            try text("json").contains(
                "\"tracked\": {\"opened_at\": \"2026-09-01T08:00:00Z\", \"due\": \"2026-10-01\", \"owner\": \"ben\""))
        let dojo = try text("defectdojo")
        #expect(dojo.contains("\"date\": \"2026-09-01\", \"planned_remediation_date\": \"2026-10-01\""))
        let sarif = try text("sarif")
        #expect(sarif.contains("\"provenance\": {\"firstDetectionTimeUtc\": \"2026-09-01T08:00:00Z\"}"))
        #expect(sarif.contains("\"workItemUris\": [\"https://tickets.example/SEC-7\"]"))
        let ocsf = try text("ocsf")
        #expect(ocsf.contains("\"activity_id\": 2") && ocsf.contains("\"activity_id\": 1"))
        #expect(ocsf.contains("\"first_seen_time\": 1788249600000, \"last_seen_time\""))
        #expect(ocsf.contains("\"due\": \"2026-10-01\", \"assigned_to\": [\"ben\"]"))
    }

    @Test func peopleReadIt() throws {
        let sentence = "since 2026-09-01 (83 days), due 2026-10-01, overdue; ben; "
        #expect(try text("markdown").contains("Open: \(sentence)https"))
        #expect(try text("markdown").contains("  - ana on 2026-09-08: waits for the vendor"))
        #expect(try text("html").contains(sentence))
        let terminal = TerminalReport(color: false, width: 200, verbose: false).render(tracked)
        #expect(terminal.contains(sentence) && terminal.contains("came back 1 time"))
        for report in [try text("markdown"), try text("html"), terminal] {
            #expect(report.contains("is from 2026-09-01, 1 overdue, "))
        }
    }

    @Test func thePlanOfActionHasPlanAndLog() throws {
        let tree = try XMLTree.read(#require(OSCALPackageTests.package(tracked)["poam.xml"]))
        let risks = tree.all("risk")
        #expect(risks[0].all("deadline").map(\.text) == ["2026-10-01T23:59:59Z"])
        // Of an accepted risk it is the end of the acceptance.
        #expect(risks[1].all("deadline").map(\.text) == ["2026-12-31T23:59:59Z"])
        let plan = try #require(risks[0].all("response").first { $0.attributes["lifecycle"] == "planned" })
        #expect(plan.all("on-date").map { $0.attributes["date"] } == ["2026-10-01T23:59:59Z"])
        let owner = try #require(plan.all("party-uuid").first?.text)
        let party = tree.all("party").first { $0.attributes["uuid"] == owner }
        #expect(party?.all("name").first?.text == "ben" && party?.attributes["type"] == "person")
        let log = risks[0].all("entry")
        #expect(log.map { $0.all("title").first?.text } == ["Found again", "Note", "Said to be done"])
        #expect(log.map { $0.all("start").first?.text }.first == "2026-09-01T08:00:00Z")
        let parties = Set(tree.all("party").compactMap { $0.attributes["uuid"] })
        for entry in tree.all("logged-by") { #expect(parties.contains(entry.attributes["party-uuid"] ?? "")) }
        let item = tree.all("poam-item")[0]
        #expect(item.prop("opened-on") == "2026-09-01" && item.prop("owner") == "ben")
        #expect(item.all("link").map { $0.attributes["href"] } == ["https://tickets.example/SEC-7"])
    }

    /// Whatever the history says, the plan keeps the identifiers that it had without.
    @Test func identifiersStay() throws {
        func uuids(_ assessment: Assessment, _ names: [String]) throws -> [String?] {
            let tree = try XMLTree.read(#require(OSCALPackageTests.package(assessment)["poam.xml"]))
            return names.flatMap { tree.all($0).map { $0.attributes["uuid"] } }
        }
        let names = ["risk", "finding", "poam-item", "observation"]
        #expect(try uuids(tracked, names) == uuids(Sample().assessment, names))
    }

    @Test func theFileOfRecordsIsTheSameInAnyOrder() {
        let records = Sample().records
        #expect(GapRecordFile.bytes(records) == GapRecordFile.bytes(records.reversed()))
        #expect(String(decoding: GapRecordFile.bytes([]), as: UTF8.self).contains("\"records\": []"))
    }

    @Test(arguments: WriterTests.names) func hostileWordsStayWords(format: String) throws {
        let hostile = Sample(dress: { "=" + $0 + Hostile.everything }).tracked
        guard !format.hasPrefix("xlsx") else { return }
        let text = try text(format, hostile)
        #expect(!text.unicodeScalars.contains { SafeText.isDeceptive($0) && $0 != "\n" && $0 != "\r" })
        if format == "html" { #expect(!text.contains("<script>alert")) }
    }
}
