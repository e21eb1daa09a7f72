import Compliance
import Testing

@testable import Collecting

/// What exports of issuers say of identities; each fixture is written for its test.
@Suite struct IdentityExportTests {
    private func collect(_ files: [String: String]) throws -> Evidence {
        let placed = Dictionary(uniqueKeysWithValues: files.map { ("identities/" + $0, $1) })
        let evidence = try Workspace(placed).collect()
        #expect(evidence.faults == [])
        return evidence
    }

    private func expect(_ row: Row?, _ expected: [String: Value]) {
        for (column, value) in expected { #expect(row?[column] == value, "\(row?["name"] ?? .null) \(column)") }
    }

    static let report = """
        user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,password_next_rotation,\
        mfa_active,access_key_1_active,access_key_1_last_rotated,access_key_1_last_used_date,\
        access_key_1_last_used_region,access_key_1_last_used_service,access_key_2_active,access_key_2_last_rotated,\
        access_key_2_last_used_date,access_key_2_last_used_region,access_key_2_last_used_service,cert_1_active,\
        cert_1_last_rotated,cert_2_active,cert_2_last_rotated
        <root_account>,arn:aws:iam::111122223333:root,2018-01-01T00:00:00+00:00,not_supported,2026-01-01T00:00:00+00:00,\
        not_supported,not_supported,true,true,2019-01-01T00:00:00+00:00,N/A,N/A,N/A,false,N/A,N/A,N/A,N/A,false,N/A,false,N/A
        agent,arn:aws:iam::111122223333:user/bots/agent,2022-03-01T00:00:00+00:00,false,N/A,N/A,N/A,false,true,\
        2023-05-01T00:00:00+00:00,2026-11-20T00:00:00+00:00,eu-west-1,s3,true,2025-05-01T00:00:00+00:00,\
        2024-01-01T00:00:00+00:00,eu-west-1,s3,false,N/A,false,N/A
        fresh,arn:aws:iam::111122223333:user/fresh,2026-01-01T00:00:00+00:00,true,no_information,\
        2026-01-01T00:00:00+00:00,N/A,false,true,2026-01-01T00:00:00+00:00,N/A,N/A,N/A,false,N/A,N/A,N/A,N/A,false,N/A,\
        false,N/A
        person,arn:aws:iam::111122223333:user/person,2022-03-01T00:00:00+00:00,true,2026-11-01T00:00:00+00:00,\
        2026-01-01T00:00:00+00:00,N/A,true,false,N/A,N/A,N/A,N/A,false,N/A,N/A,N/A,N/A,false,N/A,false,N/A

        """

    @Test func usersOfACredentialReport() throws {
        let evidence = try collect(["report.csv": Self.report])
        let rows = evidence[.identity]
        // A user without a key may be a person.
        #expect(rows.map { $0["name"].text } == ["arn:aws:iam::111122223333:root", "agent", "fresh"])
        #expect(rows.map(\.line) == [2, 3, 4])
        expect(
            rows[0],
            ["privileged": true, "breadth": "any", "interactive": true, "keys": 1, "human_use": true, "used": true])
        expect(
            rows[1],
            [
                "kind": "user", "provider": "aws", "keys": 2, "rotated_at": "2023-05-01T00:00:00Z", "used": true,
                "last_used_at": "2026-11-20T00:00:00Z", "created_at": "2022-03-01T00:00:00Z", "interactive": false,
                "authentication": "key", "standing": "standing", "expires": false, "enabled": true, "owner": .null,
                "owner_kind": .null, "breadth": .null,
            ])
        expect(
            rows[2],
            [
                "used": false, "last_used_at": .null, "interactive": true, "authentication": "password",
                "human_use": .null,
            ])
        #expect(evidence.completeness("identity") == ["complete"])
    }

    @Test func theReportAsTheCommandPrintsIt() throws {
        let content =
            "dXNlcixhcm4sdXNlcl9jcmVhdGlvbl90aW1lLHBhc3N3b3JkX2VuYWJsZWQsYWNjZXNzX2tleV8xX2FjdGl2ZQph"
            + "Z2VudCxhcm46YXdzOmlhbTo6MTp1c2VyL2FnZW50LDIwMjItMDMtMDFUMDA6MDA6MDArMDA6MDAsZmFsc2UsdHJ1ZQo="
        let document = """
            {
              "Content": "\(content)",
              "ReportFormat": "text/csv", "GeneratedTime": "2026-11-01T00:00:00+00:00"
            }
            """
        let evidence = try collect(["report.json": document])
        let row = try #require(evidence[.identity].first)
        expect(row, ["name": "agent", "keys": 1, "created_at": "2022-03-01T00:00:00Z", "line": 2])
        let broken = try collect(["report.json": document.replacing(content, with: "@@@@")])
        #expect(broken[.identity].isEmpty)
        #expect(broken.artifact("identities/report.json")?["status"] == "refused")
    }

    @Test(arguments: [
        ("", ""), ("Zg==", "f"), ("Zm8=", "fo"), ("Zm9v", "foo"), ("Zm9vYmFy", "foobar"), ("Zm9\n2", "foo"),
        ("Zg=", nil),
        ("Zm9v=", nil), ("====", nil), ("Zm 9v", nil),
    ])
    func base64IsReadStrictly(text: String, read: String?) {
        let expected: [UInt8]? = text == "Zm9\n2" ? [0x66, 0x6F, 0x76] : read.map { Array($0.utf8) }
        #expect(AWSCredentialDocument.bytes(of: text) == expected)
    }

    @Test func accessKeysAndTheirLastUse() throws {
        let evidence = try collect([
            "keys.json": """
            {"AccessKeyMetadata": [
              {"UserName": "agent", "AccessKeyId": "AKIAEXAMPLEONE", "Status": "Active", "CreateDate": "2024-02-01T00:00:00Z"},
              {"UserName": "agent", "AccessKeyId": "AKIAEXAMPLETWO", "Status": "Inactive", "CreateDate": "2020-02-01T00:00:00Z"},
              {"UserName": "idle", "AccessKeyId": "AKIAEXAMPLE333", "Status": "Inactive", "CreateDate": "2020-02-01T00:00:00Z"}]}
            """,
            "used.json": """
            {"UserName": "agent", "AccessKeyLastUsed": {"LastUsedDate": "2026-10-01T00:00:00Z", "ServiceName": "s3"}}
            """,
        ])
        #expect(evidence[.identity].count == 1)
        expect(
            evidence[.identity].first,
            [
                "name": "agent", "keys": 1, "rotated_at": "2024-02-01T00:00:00Z",
                "last_used_at": "2026-10-01T00:00:00Z",
                "used": true, "also_in": "identities/used.json", "line": 2,
            ])
        #expect(evidence.artifact("identities/used.json")?["status"] == "read")
        #expect(!evidence.texts.contains { $0.contains("AKIA") })
    }

    @Test func rolesOfAWS() throws {
        let evidence = try collect([
            "roles.json": """
            {"RoleDetailList": [
              {"RoleName": "agent", "Arn": "arn:aws:iam::1:role/agent", "CreateDate": "2023-01-01T00:00:00Z",
               "RoleLastUsed": {"LastUsedDate": "2026-10-01T00:00:00Z"},
               "AttachedManagedPolicies": [{"PolicyArn": "arn:aws:iam::aws:policy/AdministratorAccess"}]},
              {"RoleName": "idle", "Arn": "arn:aws:iam::1:role/idle", "CreateDate": "2023-01-01T00:00:00Z",
               "RoleLastUsed": {}},
              {"RoleName": "own", "Arn": "arn:aws:iam::1:role/aws-service-role/x/own", "CreateDate": "2023-01-01T00:00:00Z"}]}
            """
        ])
        let rows = evidence[.identity]
        #expect(rows.map { $0["name"].text } == ["agent", "idle"] && rows.map(\.line) == [2, 5])
        expect(
            rows[0],
            [
                "kind": "role", "keys": 0, "standing": "just-in-time", "privileged": true, "used": true,
                "last_used_at": "2026-10-01T00:00:00Z", "created_at": "2023-01-01T00:00:00Z",
            ])
        expect(rows[1], ["used": .null, "last_used_at": .null, "privileged": .null, "breadth": .null])
    }

    @Test func serviceAccountsOfGoogleCloud() throws {
        let name = "projects/shop/serviceAccounts/a@shop.iam.gserviceaccount.com"
        let evidence = try collect([
            "accounts.json": """
            [{"displayName": "A", "email": "a@shop.iam.gserviceaccount.com", "name": "\(name)", "oauth2ClientId": "1",
              "projectId": "shop", "uniqueId": "1"},
             {"disabled": true, "email": "b@shop.iam.gserviceaccount.com", "oauth2ClientId": "2", "uniqueId": "2"}]
            """,
            "keys.json": """
            [{"keyType": "USER_MANAGED", "name": "\(name)/keys/k1", "validAfterTime": "2023-01-01T00:00:00Z",
              "validBeforeTime": "9999-12-31T23:59:59Z"},
             {"keyType": "SYSTEM_MANAGED", "name": "\(name)/keys/k2", "validAfterTime": "2020-01-01T00:00:00Z",
              "validBeforeTime": "2020-02-01T00:00:00Z"},
             {"keyType": "USER_MANAGED", "disabled": true, "name": "\(name)/keys/k3",
              "validAfterTime": "2019-01-01T00:00:00Z", "validBeforeTime": "2029-01-01T00:00:00Z"}]
            """,
        ])
        let rows = evidence[.identity]
        #expect(rows.map { $0["name"].text?.prefix(1) } == ["a", "b"])
        expect(
            rows[0],
            [
                "keys": 1, "rotated_at": "2023-01-01T00:00:00Z", "expires": false, "expires_at": .null,
                "authentication": "key", "enabled": true, "provider": "google-cloud", "kind": "service-account",
            ])
        expect(rows[1], ["enabled": false, "keys": .null, "standing": .null])
    }

    @Test func applicationsOfEntra() throws {
        let evidence = try collect([
            "apps.json": """
            [{"appId": "0001", "displayName": "agent", "createdDateTime": "2024-01-01T00:00:00Z",
              "keyCredentials": [{"keyId": "k", "startDateTime": "2024-06-01T00:00:00Z", "endDateTime": "2026-06-01T00:00:00Z",
                                  "type": "AsymmetricX509Cert"}],
              "passwordCredentials": [{"hint": "8Q~", "keyId": "p", "secretText": null,
                "startDateTime": "2025-01-01T00:00:00Z", "endDateTime": "2299-12-31T00:00:00Z"}]},
             {"appId": "0002", "displayName": "certified", "passwordCredentials": [],
              "keyCredentials": [{"startDateTime": "2026-01-01T00:00:00Z", "endDateTime": "2026-12-01T00:00:00Z"}]}]
            """,
            "principals.json": """
            [{"appId": "0001", "displayName": "agent", "accountEnabled": false, "servicePrincipalType": "Application",
              "keyCredentials": [], "passwordCredentials": []},
             {"appId": "0003", "displayName": "vm", "servicePrincipalType": "ManagedIdentity", "accountEnabled": true,
              "keyCredentials": [{"startDateTime": "2026-01-01T00:00:00Z"}], "passwordCredentials": []},
             {"appId": "0004", "displayName": "Microsoft Graph", "servicePrincipalType": "Application",
              "appOwnerOrganizationId": "f8cdef31-a31e-4b4a-93e4-5f571e91255a", "keyCredentials": [],
              "passwordCredentials": []}]
            """,
            "deploy.json": """
            [{"keyId": "x", "startDateTime": "2026-01-01T00:00:00Z", "endDateTime": "2027-01-01T00:00:00Z", "hint": "abc"}]
            """,
        ])
        let rows = Dictionary(evidence[.identity].map { ($0["name"].text ?? "", $0) }) { $1 }
        #expect(rows.keys.sorted() == ["agent", "certified", "deploy", "vm"])
        expect(
            rows["agent"],
            [
                "keys": 2, "rotated_at": "2024-06-01T00:00:00Z", "expires": false, "authentication": "key",
                // One of the two is switched off, and the worse counts.
                "enabled": true, "also_in": "identities/principals.json",
            ])
        expect(
            rows["certified"],
            ["authentication": "certificate", "expires": true, "expires_at": "2026-12-01T00:00:00Z", "kind": "app"])
        expect(rows["vm"], ["authentication": "managed", "keys": 0, "standing": "just-in-time"])
        expect(rows["deploy"], ["keys": 1, "expires_at": "2027-01-01T00:00:00Z", "kind": "service-principal"])
        #expect(!evidence.texts.contains { $0.contains("8Q~") || $0 == "abc" })
    }

    @Test func accountsAndTokensOfKubernetes() throws {
        let evidence = try collect([
            "cluster.yaml": """
            apiVersion: v1
            kind: List
            items:
              - apiVersion: v1
                kind: ServiceAccount
                metadata: { name: agent, namespace: ai, creationTimestamp: "2024-01-01T00:00:00Z" }
              - apiVersion: v1
                kind: ServiceAccount
                metadata: { name: clean, namespace: ai, creationTimestamp: "2024-01-01T00:00:00Z" }
              - apiVersion: v1
                kind: Secret
                type: kubernetes.io/service-account-token
                metadata:
                  name: agent-token
                  namespace: ai
                  creationTimestamp: "2023-01-01T00:00:00Z"
                  annotations: { kubernetes.io/service-account.name: agent }
                data: { token: bm8tdG9rZW4tb2YtYW55Ym9keQ== }
              - apiVersion: v1
                kind: Pod
                metadata: { name: p, namespace: ai }
                spec:
                  serviceAccountName: clean
                  containers: [{ name: c, image: x }]
                  volumes:
                    - name: t
                      projected: { sources: [{ serviceAccountToken: { path: t, expirationSeconds: 3600, audience: a } }] }
            """
        ])
        let rows = evidence[.identity]
        #expect(rows.map { $0["name"].text } == ["ai/agent", "ai/clean"])
        expect(
            rows[0],
            [
                "keys": 1, "rotated_at": "2023-01-01T00:00:00Z", "expires": false, "authentication": "token",
                "standing": "standing", "created_at": "2024-01-01T00:00:00Z",
            ])
        expect(rows[1], ["keys": 0, "authentication": "managed", "standing": "just-in-time"])
        #expect(!evidence.texts.contains { $0.contains("bm8tdG9r") })
    }

    @Test func tokensAndAppsOfGitHub() throws {
        let evidence = try collect([
            "tokens.json": """
            [{"id": 25381, "owner": {"login": "octo", "type": "User"}, "repository_selection": "all",
              "permissions": {"organization": {"members": "read"}, "repository": {"contents": "write"}},
              "access_granted_at": "2025-05-16T08:47:09.000-07:00", "token_id": 98716, "token_name": "agent",
              "token_expired": false, "token_expires_at": null, "token_last_used_at": null},
             {"id": 2, "owner": {"login": "octo"}, "repository_selection": "subset",
              "permissions": {"repository": {"administration": "write"}}, "access_granted_at": "2026-05-16T00:00:00Z",
              "token_id": 2, "token_expired": true, "token_expires_at": "2026-08-16T00:00:00Z",
              "token_last_used_at": "2026-08-01T00:00:00Z"}]
            """,
            "apps.json": """
            {"total_count": 1, "installations": [
              {"id": 1, "app_slug": "review", "repository_selection": "selected", "permissions": {"contents": "read"},
               "created_at": "2024-01-01T00:00:00.000Z", "suspended_at": null}]}
            """,
        ])
        let rows = Dictionary(evidence[.identity].map { ($0["name"].text ?? "", $0) }) { $1 }
        #expect(rows.keys.sorted() == ["octo/agent", "octo/token 2", "review[bot]"])
        expect(
            rows["octo/agent"],
            [
                "expires": false, "used": false, "breadth": "broad", "privileged": false, "owner": "octo", "keys": 1,
                "owner_kind": "person", "created_at": "2025-05-16T15:47:09Z", "enabled": true,
            ])
        expect(
            rows["octo/token 2"],
            ["expires": true, "used": true, "breadth": "broad", "privileged": true, "keys": 0, "enabled": false])
        expect(rows["review[bot]"], ["breadth": "narrow", "standing": "just-in-time", "enabled": true, "kind": "app"])
    }
}
