/** A plan for a talk: five fields that save themselves, a way to practise, and a way to share. */
package app.saywell.journal

import android.text.Editable
import android.text.TextWatcher
import android.view.LayoutInflater
import android.view.View
import android.view.ViewGroup
import android.widget.EditText
import android.widget.TextView
import app.saywell.R
import app.saywell.Screen
import app.saywell.lesson.FactsRow
import app.saywell.lesson.SourcesRoute
import app.saywell.routeTo
import app.saywell.scenario.RehearseRoute
import app.saywell.ui.TopBar
import app.saywell.ui.addProse
import app.saywell.ui.plain
import app.saywell.ui.showIf
import org.saywell.engine.JournalVerbs
import org.saywell.engine.Plan
import org.saywell.engine.PlanFields
import org.saywell.engine.PlanQuestions
import org.saywell.engine.Prompt
import org.saywell.engine.SaywellException

class MyPlanScreen(private val route: MyPlanRoute) : Screen(R.layout.journal_plan), TextWatcher {
    private class Found(val questions: PlanQuestions, val plan: Plan?)

    private var fields = emptyList<EditText>()
    private val later = Runnable(::send)
    private val share get() = find<TopBar>(R.id.top).action
    private lateinit var delete: DeleteFooter

    override fun open() {
        delete = DeleteFooter(page, kept) { deleted() }
        share.setOnClickListener { send(); go(ShareRoute(route.id)) }
        find<View>(R.id.practise).setOnClickListener { send(); activity.tab(RehearseRoute) }
        ask { journal().run { Found(planQuestions(now()), plans(ALL).find { it.id == route.id }) } } show ::show
    }

    override fun close() = if (comesBack) send() else leave()

    override fun back() = delete.back()

    private fun show(found: Found) {
        val prompts = found.questions.prompts
        val open = { id: String -> routeTo(id)?.let(::go) ?: Unit }
        find<ViewGroup>(R.id.first).addProse(prompts.before.take(1), open)
        find<ViewGroup>(R.id.rest).addProse(prompts.before.drop(1), open)
        find<FactsRow>(R.id.facts).show(found.questions.facts) { go(SourcesRoute(ArrayList(found.questions.facts.claims))) }
        val words = kept.getStringArrayList(DRAFT) ?: found.plan?.fields?.words() ?: List(5) { "" }
        fields = listOf(prompts.`when`, prompts.place, prompts.opening, prompts.offer, prompts.exit).zip(words, ::add)
        fields.forEach { it.addTextChangedListener(this) }
        share.showIf(words.any(String::isNotBlank))
        delete.show(found.plan != null)
    }

    private fun PlanFields.words() = listOf(time, place, opening, offer, exit)

    private fun add(prompt: Prompt, words: String): EditText {
        val list = find<ViewGroup>(R.id.fields)
        val row = LayoutInflater.from(context).inflate(R.layout.journal_field, list, false)
        row.findViewById<TextView>(R.id.label).text = prompt.label
        row.findViewById<TextView>(R.id.example).text = prompt.hint.plain()
        list.addView(row)
        // Five fields have this id: the framework would give all of them the words of the last one.
        return row.findViewById<EditText>(R.id.field).apply { hint = prompt.ask.plain(); setText(words); isSaveEnabled = false }
    }

    override fun afterTextChanged(text: Editable) {
        val words = fields.map { it.text.toString() }
        kept.putStringArrayList(DRAFT, ArrayList(words))
        share.showIf(words.any(String::isNotBlank))
        page.removeCallbacks(later)
        page.postDelayed(later, 300)
    }

    /** Sends what was typed and is not saved yet. A plan without a word stays as it was: somebody may be typing it anew. */
    private fun send() {
        page.removeCallbacks(later)
        if (kept.getStringArrayList(DRAFT)?.any(String::isNotBlank) == true) leave()
    }

    /** As that, and a plan without a word goes. */
    private fun leave() {
        page.removeCallbacks(later)
        val words = kept.getStringArrayList(DRAFT) ?: return
        tell({ if (kept.getStringArrayList(DRAFT) == words) kept.remove(DRAFT) }) { journal().keep(words) }
    }

    private fun JournalVerbs.keep(words: List<String>) {
        val (time, place, opening, offer, exit) = words
        if (words.all(String::isBlank)) erasePlan(route.id) else writePlan(route.id, PlanFields(time, place, opening, offer, exit), now())
    }

    /** One that was never saved is not there. */
    private fun JournalVerbs.erasePlan(id: String) = try {
        deletePlan(id)
    } catch (_: SaywellException.NotFound) { }

    /** What was typed since is let go of as well. */
    private fun deleted() {
        page.removeCallbacks(later)
        kept.remove(DRAFT)
        ask { journal().deletePlan(route.id) } show { activity.goBack() }
    }

    override fun beforeTextChanged(text: CharSequence, start: Int, count: Int, after: Int) = Unit
    override fun onTextChanged(text: CharSequence, start: Int, before: Int, count: Int) = Unit

    private companion object {
        const val DRAFT = "draft"

        /** More plans than a person has. */
        const val ALL = 10_000u
    }
}
