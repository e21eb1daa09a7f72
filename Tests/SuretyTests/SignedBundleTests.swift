import Foundation
import Testing

/// Signed statements in an attestation: verified with the keys of those who state them, and by nobody's word otherwise.
@Suite(.enabled(if: OpenSSLTool.exists)) struct SignedBundleTests {
    private func attest(
        _ scene: SigningScene, by keys: [String] = SigningScene.trusted, to where: [String] = ["--bundle", "bundle"]
    ) throws {
        let arguments = ["--key", "mal.pem", "--at", SigningScene.at, "--framework", "nist-ai-rmf-1.0", "-q"]
        #expect(try scene.scene.run(["attest", "repo"] + arguments + keys + `where`).code == 0)
    }

    private func verify(_ scene: SigningScene, _ more: [String] = [], _ path: String = "bundle") throws -> (
        output: String, code: Int32
    ) {
        try scene.scene.run(["verify", path, "--key", "mal.pub.pem"] + more)
    }

    private static let context = "statement context by Jana Novak: "

    @Test func itsSignaturesAreCheckedWithKeysAndSaidAsNotCheckedWithout() throws {
        let scene = try SigningScene()
        try attest(scene)
        #expect(try scene.text("bundle/statements/2-context.dsse.json") == scene.text(SigningScene.envelope))
        let without = try verify(scene)
        #expect(without.code == 0)
        #expect(without.output.contains("not checked: \(Self.context)the signature, attested as made with their key"))
        #expect(!without.output.contains("holds: \(Self.context)"))
        let with = try verify(scene, SigningScene.trusted + ["--evidence", "repo"])
        #expect(with.code == 0 && with.output.contains("holds: \(Self.context)signed with their key"), "\(with.output)")
        #expect(with.output.contains("holds: the evidence, collected again, is that of the bundle"))
        let other = try verify(scene, ["--statement-key", "Jana Novak=mal.pub.pem"])
        #expect(other.code == 1 && other.output.contains("differs: \(Self.context)the signature does not hold"))
        // No key comes out of what is verified.
        try scene.scene.write(scene.text("jana.pub.pem"), to: "bundle/Jana Novak.pub.pem")
        #expect(try verify(scene, ["--statement-key", "bundle/Jana Novak.pub.pem"]).code == 65)
    }

    @Test func whatAGateReadsKeepsThemApart() throws {
        let scene = try SigningScene()
        try attest(scene)
        let svr = try String(decoding: scene.envelope("bundle/svr.dsse.json").payload, as: UTF8.self)
        #expect(svr.contains("SURETY_SELF_REPORTED_NIST_AI_RMF_1_0_GOVERN_1_1"))
        #expect(svr.contains("SURETY_ATTESTED_NIST_AI_RMF_1_0_MAP_1_1") || !svr.contains("MAP_1_1"))
        let own = try String(decoding: scene.envelope("bundle/attestation.dsse.json").payload, as: UTF8.self)
        #expect(own.contains(#""attested":["nist-ai-rmf-1.0/map-1.1"]"#))
        #expect(own.contains(#""selfReported":["nist-ai-rmf-1.0/govern-1.1"]"#))
        #expect(own.contains(#""statementKeys":[{"claimant":"Jana Novak","sha256":""#))
    }

    @Test func anAssessorWhoBindsAWrongKeyIsFoundOut() throws {
        let scene = try SigningScene(signed: false)
        try scene.sign(by: "mal")
        // The assessor says that Mal's key is Jana's, and attests the statement by it.
        try attest(scene, by: ["--statement-key", "Jana Novak=mal.pub.pem"])
        #expect(try verify(scene).output.contains("not checked: \(Self.context)the signature"))
        let result = try verify(scene, SigningScene.trusted)
        #expect(result.code == 1)
        #expect(
            result.output.contains(
                "differs: \(Self.context)the signature does not hold: it was not made with the key of Jana Novak"))
    }

    @Test(arguments: [
        ("statements/2-context.dsse.json", "\"sig\":\"", "\"sig\":\"AAAA"),
        ("statements/1-statements.yaml", "users are", "users are not"),
        ("evidence/evidence.json", "\"signature\": \"valid\"", "\"signature\": \"none\""),
        ("evidence/evidence.json", "users are", "users are not"),
    ])
    func whatIsChangedInTheBundleIsNamed(file: String, old: String, new: String) throws {
        let scene = try SigningScene()
        try attest(scene)
        try scene.replace(old, with: new, in: "bundle/" + file)
        let result = try verify(scene, SigningScene.trusted)
        #expect(result.code == 1 && result.output.contains("differs: \(file): SHA-256 is "), "\(result.output)")
    }

    @Test func aSingleEnvelopeNeedsTheSameKeys() throws {
        let scene = try SigningScene()
        try attest(scene, to: ["--output", "out"])
        let path = "out/attestation.dsse.json"
        let without = try verify(scene, ["--evidence", "repo"], path)
        #expect(without.code == 0, "\(without.output)")
        #expect(
            without.output.contains("not checked: every verdict: statements of Jana Novak were held against the key"))
        #expect(!without.output.contains("verdicts of checks and framework items: all"))
        let mal = ["--statement-key", "Mal=mal.pub.pem"]
        let with = try verify(scene, ["--evidence", "repo"] + SigningScene.trusted + mal, path)
        #expect(with.code == 0 && with.output.contains("verdicts of checks and framework items: all"), "\(with.output)")
        try scene.replace("users are", with: "users are not", in: "repo/statements.yaml")
        #expect(try verify(scene, ["--evidence", "repo"] + SigningScene.trusted, path).code == 1)
    }

    @Test func moreFormatsAreWrittenOfWhatWasSaved() throws {
        let scene = try SigningScene()
        try attest(scene)
        let report = ["report", "--format", "junit", "--output", "again", "--from"]
        #expect(try scene.scene.run(report + ["bundle"]).code == 0)
        #expect(try scene.text("again/junit.xml") == scene.text("bundle/reports/junit.xml"))
        #expect(try scene.scene.run(["collect", "repo", "--output", "again/evidence.json"]).code == 0)
        try scene.scene.write(scene.text("bundle/reports/assessment.json"), to: "again/assessment.json")
        #expect(try scene.scene.run(report + ["again/assessment.json"]).code == 65)
        #expect(try scene.scene.run(report + ["again/assessment.json"] + SigningScene.trusted).code == 0)
        #expect(try scene.scene.run(report + ["bundle"] + SigningScene.trusted).code == 64)
    }

    @Test func aLogOfActionsIsInTheBundleAndNamedWhenItChanges() throws {
        let scene = try SigningScene(signed: false)
        let log = [
            #"{"sequence":0,"at":"2026-11-23T08:00:00Z","event":"log-start"}"#,
            #"{"sequence":1,"at":"2026-11-23T08:04:30Z","agent":"claude-code@.","tool":"Bash","decision":"allowed"}"#,
            #"{"sequence":2,"at":"2026-11-23T08:10:00Z","event":"log-end"}"#,
        ].joined(separator: "\n")
        try scene.scene.write(log, to: "logs/day.jsonl")
        let actions = ["--actions", "logs/day.jsonl"]
        try attest(scene, by: actions)
        let evidence = try scene.text("bundle/evidence/evidence.json")
        #expect(evidence.contains("\"path\": \"day.jsonl\"") && evidence.contains("\"action\": ["))
        #expect(try verify(scene).code == 0)
        let again = try verify(scene, ["--evidence", "repo"] + actions)
        #expect(again.code == 0 && again.output.contains("holds: the evidence, collected again"), "\(again.output)")
        let lost = try verify(scene, ["--evidence", "repo"])
        #expect(lost.code == 1 && lost.output.contains("not checked: logs of actions, day.jsonl: give --actions"))
        try scene.replace("08:04:30", with: "08:05:30", in: "logs/day.jsonl")
        let changed = try verify(scene, ["--evidence", "repo"] + actions)
        #expect(changed.code == 1 && changed.output.contains("differs: evidence/day.jsonl: SHA-256 is "))
    }

    @Test func reportsAreHeldAgainstSchemasOfTheUser() throws {
        let scene = try SigningScene(signed: false)
        try attest(scene, by: [])
        let plain = try verify(scene)
        #expect(plain.code == 0 && plain.output.contains("reports in XML against their schemas (XSD): give --schemas"))
        let schema = """
            <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:t"><xs:import namespace="urn:t" \
            schemaLocation="http://schemas.example/t.xsd"/><xs:element name="testsuites"><xs:complexType>
            <xs:sequence><xs:any maxOccurs="unbounded" processContents="skip"/></xs:sequence>ATTRIBUTE
            </xs:complexType></xs:element></xs:schema>
            """
        let attribute = "<xs:attribute name=\"x\" type=\"t:word\" use=\"USE\"/>"
        func write(_ use: String) throws {
            let text = schema.replacing("ATTRIBUTE", with: attribute.replacing("USE", with: use))
            try scene.scene.write(text, to: "xsd/junit.xsd")
        }
        try write("optional")
        let part =
            "<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\" targetNamespace=\"urn:t\"><xs:simpleType "
            + "name=\"word\"><xs:restriction base=\"xs:string\"/></xs:simpleType></xs:schema>"
        // What a schema draws on and is not there is not fetched.
        let alone = try verify(scene, ["--schemas", "xsd"])
        #expect(alone.code == 0 && alone.output.contains("not checked: reports/junit.xml against its schema: "))
        try scene.scene.write(part, to: "xsd/more/t.xsd")
        let valid = try verify(scene, ["--schemas", "xsd"])
        #expect(
            valid.code == 0 && valid.output.contains("holds: reports/junit.xml is valid by xsd/junit.xsd"), "\(valid)")
        #expect(
            valid.output.contains("not checked: reports/assessment-results.xml against its schema: no schema there"))
        try write("required")
        let invalid = try verify(scene, ["--schemas", "xsd"])
        #expect(invalid.code == 1)
        #expect(invalid.output.contains("differs: reports/junit.xml: not valid by xsd/junit.xsd: line "), "\(invalid)")
        for folder in ["repo", "none"] { #expect(try verify(scene, ["--schemas", folder]).code == 65) }
        let single = ["verify", "bundle/attestation.dsse.json", "--key", "mal.pub.pem", "--schemas", "xsd"]
        #expect(try scene.scene.run(single).code == 64)
    }
}
