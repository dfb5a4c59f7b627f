import AppModel
import Saywell
import SwiftUI

/// Rehearse: the talks, alone or with someone.
struct RehearseScreen: View {
    @Environment(Shell.self) private var shell
    @State private var model: RehearseModel
    @SceneStorage("rehearse together") private var together = false

    init(_ model: RehearseModel) { _model = State(initialValue: model) }

    var body: some View {
        Page(words("rehearse")) {
            CompanySwitch(together: $together).padding(.top, 8)
            Shown(model.listed) { listed in
                VStack(spacing: Size.gap) {
                    if let talk = together ? listed.together : listed.alone { goingOn(talk) }
                    if listed.rows.isEmpty {
                        Text(words("no_talks", in: .scenario)).style(.body)
                    } else {
                        ListCard { talks(listed.rows) }
                    }
                    ListCard { plan }
                }
                .padding(.top, 16)
            }
            Text(words("leaving_good", in: .scenario)).style(.small).padding(.top, 16)
            HelpLine(words("feeling_low", in: .scenario), words("help_is_here")) { shell.stack.push(.help(.help)) }
        }
    }

    private func goingOn(_ talk: OpenTalk) -> some View {
        HeroCard {
            Text(words(together ? "go_on_together" : "go_on_talk", in: .scenario)).style(.caption, .onHero2)
            Text(talk.title).style(.title2, .onHero)
            Button(words("go_on")) {
                shell.stack.push(.scenario(together ? .together(id: talk.run) : .talk(run: talk.run)))
            }
            .buttonStyle(HeroButton())
            .padding(.top, 12)
        }
    }

    private func talks(_ rows: [RehearseModel.Row]) -> some View {
        ForEach(rows, id: \.talk.id) { row in
            if row.talk.id != rows.first?.talk.id { Divider() }
            ListRow(
                title: row.talk.title, detail: together ? words("about_minutes", in: .scenario, row.minutes) : tried(row.talk)
            ) { shell.stack.push(.scenario(.scenario(id: row.talk.id, together: together))) }
        }
    }

    private func tried(_ talk: ScenarioRow) -> String {
        let seen = words("endings_seen", in: .scenario, Int(talk.endings), Int(talk.endingsSeen))
        if talk.openRun != nil { return words("begun_talk", in: .scenario, seen) }
        return talk.endingsSeen == 0 ? words("not_tried", in: .scenario) : seen
    }

    private var plan: some View {
        ListRow(
            title: words("plan_talk", in: WordTable("Journal")), detail: words("plan_talk_more", in: WordTable("Journal")),
            sign: .icon(.calendar, .sand)
        ) { shell.stack.push(.journal(.newPlan)) }
    }
}
