/** What is read and asked before a talk: the safety note, the gate where there is one, the situation, and who plays whom. */
package app.saywell.scenario

import android.view.View
import android.view.ViewGroup
import android.widget.Button
import android.widget.TextView
import app.saywell.R
import app.saywell.Route
import app.saywell.Screen
import app.saywell.help.HelpCardRoute
import app.saywell.lesson.FactsRow
import app.saywell.lesson.SourcesRoute
import app.saywell.routeTo
import app.saywell.ui.Choice
import app.saywell.ui.ChoiceRow
import app.saywell.ui.Standing
import app.saywell.ui.addProse
import app.saywell.ui.plain
import app.saywell.ui.setHeading
import app.saywell.ui.showIf
import org.saywell.engine.Begin
import org.saywell.engine.BeginTogether
import org.saywell.engine.ScenarioGate
import org.saywell.engine.ScenarioIntro
import org.saywell.engine.Setup
import org.saywell.engine.Side
import java.security.SecureRandom
import java.util.UUID

data class ScenarioRoute(val id: String, val together: Boolean = false) : Route {
    override fun screen() = ScenarioScreen(this)
}

class ScenarioScreen(private val route: ScenarioRoute) : Screen(R.layout.scenario_intro) {
    /** What is read, and the talks of this story that are going on: of one person, and of two. */
    private class Opened(val intro: ScenarioIntro, val alone: String?, val together: String?)

    /** The answer that leads on. It is nowhere but here: neither core nor [kept] ever holds it, so that a rotation asks again. */
    private var gate: String? = null

    private var together
        get() = kept.getBoolean(TOGETHER, route.together)
        set(value) = kept.putBoolean(TOGETHER, value)

    override fun open() = ask {
        val intro = scenario().scenario(route.id, now())
        val alone = scenario().scenarios().first { it.id == route.id }.openRun
        Opened(intro, alone, scenario().currentTogether(now())?.takeIf { it.scenario == route.id }?.id)
    } show { opened ->
        find<Company>(R.id.company).onPick = {
            together = it
            show(opened)
        }
        show(opened)
    }

    private fun show(opened: Opened) {
        val intro = opened.intro
        find<TextView>(R.id.title).run { text = intro.title; setHeading() }
        find<Company>(R.id.company).together = together
        goingOn(if (together) opened.together else opened.alone)
        prose(R.id.safety) { addProse(intro.safety, ::openId) }
        prose(R.id.gate) { intro.gate?.let { addGate(it, opened) } }
        find<View>(R.id.gate).showIf(intro.gate != null && gate == null)
        find<View>(R.id.rest).showIf(intro.gate == null || gate != null)
        prose(R.id.situation) {
            addHeading(text(R.string.what_both_know))
            addProse(intro.situation, ::openId)
        }
        // Two people read it together, as their first step.
        find<View>(R.id.situation).showIf(!together)
        prose(R.id.setup) { intro.setup?.let { addSetup(it, opened) } }
        find<View>(R.id.setup).showIf(intro.setup != null)
        ways(intro, goesOn = (if (together) opened.together else opened.alone) != null)
        find<FactsRow>(R.id.facts).show(intro.facts) { go(SourcesRoute(ArrayList(intro.facts.claims))) }
    }

    private fun openId(id: String) { routeTo(id)?.let(::go) }

    private fun prose(id: Int, fill: ViewGroup.() -> Unit) = find<ViewGroup>(id).run {
        removeAllViews()
        fill()
    }

    private fun goingOn(id: String?) {
        find<View>(R.id.going_on).showIf(id != null)
        if (id == null) return
        find<TextView>(R.id.going_on_over).setText(if (together) R.string.go_on_together else R.string.go_on_talk)
        find<View>(R.id.go).setOnClickListener { activity.replace(if (together) TogetherRoute(id) else TalkRoute(id)) }
    }

    private fun ViewGroup.addGate(asked: ScenarioGate, opened: Opened) {
        addHeading(asked.question.plain())
        addProse(asked.body, ::openId)
        for (door in asked.doors) addChoice(door.text.plain(), false) {
            ask { scenario().answerScenarioGate(route.id, door.id) } show { card ->
                if (card != null) return@show go(HelpCardRoute(card))
                gate = door.id
                show(opened)
            }
        }
    }

    private fun ViewGroup.addSetup(asked: Setup, opened: Opened) {
        addHeading(asked.ask.plain())
        for (option in asked.options) addChoice(option.text.plain(), option.id == kept.getString(SETUP)) {
            kept.putString(SETUP, option.id)
            show(opened)
        }
    }

    private fun ViewGroup.addChoice(words: String, picked: Boolean, pick: () -> Unit) = add<ChoiceRow>(R.layout.scenario_choice, 8f).run {
        show(Choice(words, if (picked) Standing.PICKED else Standing.IDLE))
        setOnClickListener { pick() }
    }

    /** One side or the other, or both of them; off until what comes before is picked. */
    private fun ways(intro: ScenarioIntro, goesOn: Boolean) {
        val ready = intro.setup == null || kept.getString(SETUP) != null
        find<TextView>(R.id.begin_title).run {
            setText(if (goesOn) R.string.talk_begin_anew else if (together) R.string.one_phone else R.string.play_who)
            setHeading()
        }
        find<View>(R.id.pick_first).showIf(!ready)
        val ways = find<ViewGroup>(R.id.ways)
        ways.removeAllViews()
        fun add(words: String, begin: () -> Unit) = ways.add<Button>(R.layout.scenario_secondary, 0f).run {
            text = words
            isEnabled = ready
            setOnClickListener { begin() }
        }
        if (together) return add(text(R.string.begin_together), ::beginTogether)
        add(text(R.string.play_side, intro.a)) { beginAlone(Side.A) }
        add(text(R.string.play_side, intro.b)) { beginAlone(Side.B) }
    }

    private fun beginAlone(side: Side) {
        val begin = Begin(fresh("run-$side"), route.id, side, kept.getString(SETUP), gate)
        ask { scenario().beginTalk(begin, SecureRandom().nextLong().toULong(), now()) } show {
            activity.replace(TalkRoute(it.run))
            go(CardRoute(it.run))
        }
    }

    private fun beginTogether() {
        val begin = BeginTogether(fresh("pair"), route.id, kept.getString(SETUP), gate)
        ask { scenario().beginTogether(begin, now()) } show { activity.replace(TogetherRoute(it.id)) }
    }

    /** The id of what is about to begin, made once: a second ask begins the same. */
    private fun fresh(what: String) = kept.getString(what) ?: UUID.randomUUID().toString().also { kept.putString(what, it) }

    private companion object {
        const val TOGETHER = "together"
        const val SETUP = "setup"
    }
}
