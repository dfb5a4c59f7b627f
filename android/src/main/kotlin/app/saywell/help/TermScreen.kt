/** The word list, and one word. */
package app.saywell.help

import android.view.ViewGroup
import android.widget.TextView
import app.saywell.R
import app.saywell.Screen
import app.saywell.lesson.FactsRow
import app.saywell.lesson.SourcesRoute
import app.saywell.lesson.addRow
import app.saywell.routeTo
import app.saywell.ui.ListCard
import app.saywell.ui.addProse
import app.saywell.ui.setHeading
import app.saywell.ui.showIf
import org.saywell.engine.TermView

class TermsScreen : Screen(R.layout.help_terms) {
    override fun open() = ask { help().glossary() } show { terms ->
        val list = find<ListCard>(R.id.list)
        for (term in terms) list.addRow().run {
            title = term.name
            setOnClickListener { go(TermRoute(term.id)) }
        }
    }
}

class TermScreen(private val route: TermRoute) : Screen(R.layout.help_term) {
    override fun open() = ask { help().term(route.id, now()) } show ::show

    private fun show(view: TermView) {
        find<TextView>(R.id.title).run { text = view.term.name; setHeading() }
        find<ViewGroup>(R.id.body).addProse(view.term.body, { id -> routeTo(id)?.let(::go) })
        find<TextView>(R.id.also).run {
            showIf(view.term.aliases.isNotEmpty())
            text = this@TermScreen.text(R.string.also, view.term.aliases.joinToString(", "))
        }
        find<FactsRow>(R.id.facts).show(view.facts) { go(SourcesRoute(ArrayList(view.facts.claims))) }
    }
}
