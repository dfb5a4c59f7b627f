/** Search: what holds all of the words, in core's order. */
package app.saywell.lesson

import android.text.Editable
import android.text.TextWatcher
import android.view.View
import android.view.inputmethod.EditorInfo
import android.widget.EditText
import android.widget.TextView
import app.saywell.R
import app.saywell.Route
import app.saywell.Screen
import app.saywell.routeTo
import app.saywell.ui.ListCard
import app.saywell.ui.showIf
import org.saywell.engine.Hit
import org.saywell.engine.HitKind

data object SearchRoute : Route {
    override fun screen() = SearchScreen()
}

class SearchScreen : Screen(R.layout.lesson_search), TextWatcher {
    private val field get() = find<EditText>(R.id.search_words)
    private val later = Runnable(::search)

    override fun open() {
        field.setText(kept.getString(WORDS))
        field.addTextChangedListener(this)
        field.setOnEditorActionListener { _, action, _ -> (action == EditorInfo.IME_ACTION_SEARCH).also { if (it) search() } }
        search()
    }

    override fun close() { field.removeCallbacks(later) }

    private fun search() {
        field.removeCallbacks(later)
        val words = field.text.toString()
        ask { lesson().search(words) } show { hits -> show(words, hits) }
    }

    private fun show(words: String, hits: List<Hit>) {
        val list = find<ListCard>(R.id.list)
        list.removeAllViews()
        for (hit in hits) list.addRow().run {
            title = hit.title
            detail = listOfNotNull(text(kind(hit.kind)), hit.excerpt).joinToString(" · ")
            setOnClickListener { open(hit) }
        }
        list.showIf(hits.isNotEmpty())
        find<TextView>(R.id.nothing).run { showIf(hits.isEmpty()); setText(if (words.isBlank()) R.string.search_hint else R.string.nothing_found) }
    }

    /** A card lies in a unit, which opens where the reader is, so that no question on the way is passed unseen. */
    private fun open(hit: Hit) {
        if (hit.kind != HitKind.CARD) return routeTo(hit.id)?.let(::go) ?: Unit
        ask { lesson().cardPlace(hit.id) } show { place -> go(UnitRoute(place.unit)) }
    }

    private fun kind(kind: HitKind) = when (kind) {
        HitKind.TERM -> R.string.hit_word
        HitKind.HELP -> R.string.hit_help
        HitKind.UNIT -> R.string.hit_part
        HitKind.CARD -> R.string.hit_card
        HitKind.QUIZ -> R.string.quiz
        HitKind.RELAXATION -> R.string.relax
        HitKind.SCENARIO -> R.string.rehearse
    }

    override fun afterTextChanged(text: Editable) {
        kept.putString(WORDS, text.toString())
        field.removeCallbacks(later)
        field.postDelayed(later, 300)
    }

    override fun beforeTextChanged(text: CharSequence, start: Int, count: Int, after: Int) = Unit
    override fun onTextChanged(text: CharSequence, start: Int, before: Int, count: Int) = Unit

    private companion object { const val WORDS = "words" }
}
