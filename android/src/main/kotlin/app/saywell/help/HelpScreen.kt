/** Help now: the cards to pick from, and one card. */
package app.saywell.help

import android.view.LayoutInflater
import android.view.View
import android.view.ViewGroup
import android.widget.TextView
import app.saywell.R
import app.saywell.Route
import app.saywell.Screen
import app.saywell.lesson.FactsRow
import app.saywell.lesson.SourcesRoute
import app.saywell.lesson.addRow
import app.saywell.routeTo
import app.saywell.ui.ListCard
import app.saywell.ui.Tone
import app.saywell.ui.addProse
import app.saywell.ui.setHeading
import app.saywell.ui.showIf
import org.saywell.engine.HelpCard
import org.saywell.engine.HelpPart
import org.saywell.engine.HelpView

class HelpScreen : Screen(R.layout.help) {
    private class Here(val cards: List<HelpCard>, val hasPlaces: Boolean)

    override fun open() = ask { help().run { Here(helpCards(), resources(now()).isNotEmpty()) } } show { here ->
        val list = find<ListCard>(R.id.list)
        for (card in here.cards) list.addRow().run {
            title = card.title
            icon(R.drawable.ic_help, Tone.LAKE)
            setOnClickListener { go(HelpCardRoute(card.id)) }
        }
        opens(R.id.places, ResourcesRoute).showIf(here.hasPlaces)
        opens(R.id.words, TermsRoute)
        opens(R.id.claims, ClaimsRoute)
    }

    private fun opens(row: Int, route: Route) = find<View>(row).apply { setOnClickListener { go(route) } }
}

class HelpCardScreen(private val route: HelpCardRoute) : Screen(R.layout.help_card) {
    override fun open() = ask { help().run { helpCard(route.id, now()) to resources(now()).isNotEmpty() } } show { (view, hasPlaces) -> show(view, hasPlaces) }

    private fun show(view: HelpView, hasPlaces: Boolean) {
        val card = view.card
        val open = { id: String -> routeTo(id)?.let(::go) ?: Unit }
        find<TextView>(R.id.title).run { text = card.title; setHeading() }
        find<ViewGroup>(R.id.lead_words).addProse(card.lead, open)
        find<View>(R.id.pep).showIf(card.pep != null)
        find<View>(R.id.when_was_it).setOnClickListener { go(PepRoute) }
        val parts = find<ViewGroup>(R.id.parts)
        for (part in card.parts) parts.addPart(part, R.layout.help_part, open)
        find<View>(R.id.places_card).showIf(hasPlaces)
        find<View>(R.id.places).setOnClickListener { go(ResourcesRoute) }
        find<FactsRow>(R.id.facts).show(view.facts) { go(SourcesRoute(ArrayList(view.facts.claims))) }
    }
}

/** A part under its heading; one that awaits a clinician says so. */
internal fun ViewGroup.addPart(part: HelpPart, layout: Int, open: (String) -> Unit) {
    val row = LayoutInflater.from(context).inflate(layout, this, false) as ViewGroup
    row.findViewById<TextView>(R.id.part_title).run { text = part.title; setHeading() }
    row.findViewById<ViewGroup>(R.id.part_body).addProse(part.body, open)
    row.findViewById<View>(R.id.needs_clinician).showIf(part.needsClinician)
    addView(row)
}
