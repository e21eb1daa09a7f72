import Foundation
import Testing

/// Whose keys count for whom, and where statements have to be signed.
@Suite(.enabled(if: OpenSSLTool.exists)) struct StatementTrustTests {
    @Test func aKeyThatLiesInWhatIsJudgedIsRefused() throws {
        let scene = try SigningScene()
        try scene.scene.write(scene.text("jana.pub.pem"), to: "repo/keys/Jana Novak.pub.pem")
        try scene.scene.write(scene.text("jana.pub.pem"), to: "keys/Jana Novak.pub.pem")
        let list = ["statement", "list", "repo", "--at", SigningScene.at, "--statement-key"]
        for key in ["repo/keys", "repo/keys/Jana Novak.pub.pem", "Jana Novak=repo/keys/../keys/Jana Novak.pub.pem"] {
            #expect(try scene.scene.run(list + [key]).code == 65, "\(key)")
        }
        for key in ["keys", "keys/Jana Novak.pub.pem", "Jana Novak=keys/Jana Novak.pub.pem"] {
            let listed = try scene.scene.run(list + [key])
            #expect(listed.code == 0 && listed.output.contains("attested by signature"), "\(key)")
        }
        // A link that leads into it is the same file.
        try FileManager.default.createSymbolicLink(
            atPath: scene.path("link.pem"), withDestinationPath: scene.path("repo/keys/Jana Novak.pub.pem"))
        #expect(try scene.scene.run(list + ["Jana Novak=link.pem"]).code == 65)
    }

    @Test(arguments: [
        "none.pem", "jana.pub.pem", "Jana Novak=jana.pem", "Jana Novak=repo/statements.yaml", "=jana.pub.pem",
    ])
    func whatNamesNobodyOrIsNoKeyIsRefused(value: String) throws {
        let scene = try SigningScene()
        let arguments = ["statement", "list", "repo", "--statement-key", value]
        let result = try scene.scene.run(arguments)
        // A file `jana.pub.pem` is called by a name: jana, of whom no statement is.
        #expect(result.code == (value == "jana.pub.pem" ? 0 : 65))
        #expect(!result.output.contains("attested by signature"))
    }

    @Test func aCertificateCountsWhileItIsValidAndUnderItsAuthority() throws {
        let scene = try SigningScene()
        let day = Date.ISO8601FormatStyle(timeZone: .gmt).year().month().day()
        let today = Date.now.formatted(day)
        let later = Date.now.addingTimeInterval(90 * 86_400).formatted(day)
        let make = { (subject: String, key: String, days: String, out: String, more: [String]) in
            try OpenSSLTool.run(
                ["req", "-x509", "-key", scene.path(key), "-subj", subject, "-days", days, "-out", scene.path(out)]
                    + more)
        }
        try OpenSSLTool.makeKey("p256", scene.path("ca.pem"), scene.path("ca.pub.pem"))
        #expect(try make("/CN=Authority", "ca.pem", "200", "ca.crt.pem", []) == 0)
        let authority = ["-CA", scene.path("ca.crt.pem"), "-CAkey", scene.path("ca.pem")]
        #expect(try make("/CN=Jana", "jana.pem", "30", "jana.crt.pem", authority) == 0)
        #expect(try make("/CN=Jana", "jana.pem", "30", "self.crt.pem", []) == 0)
        let trust = ["--statement-key", "Jana Novak=jana.crt.pem"]
        let moment = today + "T23:59:59Z"
        #expect(try scene.listed("context", at: moment, trust).contains("yes, attested by signature"))
        let under = ["--statement-ca", "ca.crt.pem"]
        #expect(try scene.listed("context", at: moment, trust + under).contains("yes, attested by signature"))
        let other = ["--statement-key", "Jana Novak=self.crt.pem"]
        #expect(
            try scene.listed("context", at: moment, other + under).contains("its signature does not hold: of the key"))
        let expired = try scene.listed("context", at: later, trust)
        #expect(expired.contains("certificate has expired") && !expired.contains("attested by signature"))
        let bare = ["statement", "list", "repo"] + SigningScene.trusted + under
        #expect(try scene.scene.run(bare).code == 65)
        #expect(try scene.scene.run(["statement", "list", "repo"] + under).code == 64)
    }

    @Test func oneForAnotherSystemIsNoneForThis() throws {
        let scene = try SigningScene(signed: false)
        try scene.sign("context", ["--system", "billing"])
        #expect(try scene.listed("context", SigningScene.trusted + ["--system", "billing"]).contains("attested by"))
        for other in [[], ["--system", "desk"]] {
            let line = try scene.listed("context", SigningScene.trusted + other)
            #expect(line.contains("it was made for another system") && !line.contains("attested by"))
        }
    }

    @Test func whereAProfileDemandsItAnUnsignedStatementDoesNotCount() throws {
        let scene = try SigningScene()
        try scene.scene.write(
            """
            id: ours
            title: Signed statements
            summary: What people state of one framework has to be signed.
            imports:
              - framework: nist-ai-rmf-1.0
                include: all
            set-parameters:
              assessment/statements-signed/signed_items: nist-ai-rmf-1.0/%

            """, to: "my/profiles/ours.yaml")
        let ours = ["--catalogs", "my", "--profile", "ours"]
        let signed = "assessment/statements-signed"
        // Nothing is demanded without the profile.
        #expect(try !scene.gaps().contains { $0["check"] == signed })
        #expect(try scene.listed("law").contains("yes, self-reported"))
        // With it the unsigned one fails and counts no more; the signed one counts.
        let gap = try #require(scene.gaps(SigningScene.trusted + ours).first { $0["check"] == signed })
        #expect(gap["severity"] == "high" && gap.values.contains { $0.contains("law: The law that applies is known.") })
        #expect(try scene.listed("law", SigningScene.trusted + ours).contains("no: it has to be signed"))
        #expect(try scene.listed("context", SigningScene.trusted + ours).contains("yes, attested by signature"))
        // Without keys it is not known, and does not count either.
        #expect(try scene.listed("context", ours).contains("no: it has to be signed"))
        #expect(try scene.verdict("nist-ai-rmf-1.0/govern-1.1") == "satisfied")
        #expect(try scene.verdict("nist-ai-rmf-1.0/govern-1.1", SigningScene.trusted + ours) == "undetermined")
        // Nothing stated: nothing to sign, and nothing satisfied.
        try FileManager.default.removeItem(atPath: scene.path("repo/statements.yaml"))
        try FileManager.default.removeItem(atPath: scene.path("repo/statements"))
        #expect(try !scene.gaps(ours).contains { $0["check"] == signed })
    }

    @Test(arguments: [true, false]) func staleContradictedAndChangedOnesAreFindings(signed: Bool) throws {
        let causes = { (change: (SigningScene) throws -> Void, at: String) in
            let scene = try SigningScene(signed: false)
            try change(scene)
            if signed { try scene.sign() }
            return try scene.gaps(at: at, SigningScene.trusted).filter { gap in
                gap.values.contains { $0.contains("Context and users are written down.") }
            }.compactMap { $0["cause"] }
        }
        #expect(try causes({ _ in }, SigningScene.at).isEmpty)
        #expect(try causes({ _ in }, "2027-03-02").contains("invalid-statement"))
        #expect(
            try causes(
                { scene in
                    try scene.scene.write(AttestedScene.servers(scheme: "http"), to: "repo/.mcp.json")
                    try scene.replace(
                        "control: \(SigningScene.item)", with: "check: mcp/transport-encrypted",
                        in: "repo/statements.yaml")
                }, SigningScene.at
            ).contains("contradicted-statement"))
        let scene = try SigningScene(signed: signed)
        try scene.scene.write("rewritten", to: "repo/docs/review.md")
        let gaps = try scene.gaps()
        #expect(gaps.contains { $0["cause"] == "invalid-statement" })
        #expect(gaps.contains { $0["check"] == "assessment/proofs-unchanged" })
    }

    @Test(arguments: [
        (["--id", "nobody"], "", Int32(65)), (["--all", "--by", "Nobody"], "", 65), ([], "", 64),
        (["--all", "--id", "law"], "", 64),
        (["--id", "law"], "claim: The law|claim: ghp_0123456789abcdefghijABCDEFGHIJ012345", 65),
        (["--id", "context"], "a9f2d25d|b9f2d25d", 65), (["--id", "context"], "docs/review.md|docs/none.md", 65),
        (["--id", "context"], "role: Head of security|rule: x", 65), (["--all"], "id: law|id: context", 65),
        (["--id", "../law"], "id: law|id: ../law", 65),
    ])
    func whatNobodyShouldSignIsNotSigned(arguments: [String], change: String, code: Int32) throws {
        let scene = try SigningScene(signed: false)
        let parts = change.split(separator: "|").map(String.init)
        if parts.count == 2 { try scene.replace(parts[0], with: parts[1], in: "repo/statements.yaml") }
        let result = try scene.scene.run(
            ["statement", "sign", "repo/statements.yaml", "--key", "jana.pem"] + arguments)
        #expect(result.code == code)
        #expect(!FileManager.default.fileExists(atPath: scene.path("repo/statements")))
    }
}
