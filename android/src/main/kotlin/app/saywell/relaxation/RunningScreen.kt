/** A session that runs: the disc, the words, and a way out of it at every moment. */
package app.saywell.relaxation

import android.os.SystemClock
import android.view.View
import android.view.ViewGroup
import android.widget.Button
import android.widget.ProgressBar
import android.widget.TextView
import app.saywell.R
import app.saywell.Route
import app.saywell.Screen
import app.saywell.help.HelpCardRoute
import app.saywell.routeTo
import app.saywell.ui.BreathingView
import app.saywell.ui.IconTextButton
import app.saywell.ui.TopBar
import app.saywell.ui.addProse
import app.saywell.ui.showIf
import app.saywell.ui.spanLeft
import org.saywell.engine.Playing
import org.saywell.engine.RelaxationCard
import org.saywell.engine.RelaxationForm
import org.saywell.engine.RelaxationOutcome
import org.saywell.engine.Start

/** The session [id], made by the shell and kept: core starts it once, and says what is there from then on. */
data class RunningRoute(val id: String, val script: String, val form: RelaxationForm, val before: Int? = null) : Route {
    override fun screen() = RunningScreen(this)
}

/**
 * Core hands over the whole timeline once; from then on the time that has passed says what is shown, by the clock that runs on while the
 * phone sleeps. Core is told how far it is at each sentence. A rotation goes on without a gap; who comes back any other way, from a page
 * that lay over it or after a death of the process, finds the session waiting.
 */
class RunningScreen(private val route: RunningRoute) : Screen(R.layout.relaxation_running) {
    private class Answer(val playing: Playing, val card: RelaxationCard, val help: String?)

    /** What a page hands to the one that a rotation makes of it: when the session began on the phone's clock, and its sound. */
    private class Turning(val id: String, val zero: Long, val sound: Sound)

    private lateinit var playing: Playing
    private lateinit var sound: Sound
    private val next = Runnable { tick() }

    /** [SystemClock.elapsedRealtime] at the first cue, as if there had been no pause; null while it waits. */
    private var zero: Long? = null
    private var waitedAt = 0L
    private var told = -1L
    private var over = false

    private val disc get() = find<BreathingView>(R.id.disc)
    private val timeline get() = playing.timeline
    private val elapsed get() = (zero?.let { SystemClock.elapsedRealtime() - it } ?: waitedAt).coerceAtMost(timeline.lengthMs)

    override fun open() {
        find<View>(R.id.pause).setOnClickListener { if (zero == null) begin() else pause() }
        find<View>(R.id.end).setOnClickListener { if (kept.getBoolean(GROUND)) leave() else stop() }
        find<View>(R.id.too_much).setOnClickListener { ground() }
        ask {
            relaxation().run {
                currentRelaxation(now()) // closes what makes no sense any more
                val playing = startRelaxation(Start(route.id, route.script, route.form, route.before?.toUByte()), now())
                Answer(playing, relaxations(now()).first { it.id == route.script }, playing.door?.let { lesson().title(it) })
            }
        } show ::show
    }

    private fun show(answer: Answer) {
        playing = answer.playing
        waitedAt = playing.session.elapsedMs
        if (playing.session.outcome != RelaxationOutcome.RUNNING) return after()
        find<TopBar>(R.id.top).title = answer.card.title
        find<TextView>(R.id.length).text = count(R.plurals.minutes, route.form.minutes, route.form.minutes)
        find<ProgressBar>(R.id.bar).max = timeline.lengthMs.toInt()
        find<ViewGroup>(R.id.ground_words).addProse(answer.card.grounding, { id -> routeTo(id)?.let(::go) })
        if (route.form == RelaxationForm.SHORT) {
            find<ViewGroup>(R.id.first).addProse(answer.card.before, { id -> routeTo(id)?.let(::go) }, R.layout.relaxation_first, gap = 4f)
        }
        disc.play(timeline.breaths(), waitedAt)
        disc.stop()
        val turned = turning?.takeIf { it.id == route.id }
        turning = null
        sound = turned?.sound ?: Sound(context)
        sound.onTakenAway = { if (zero != null) pause() }
        when {
            turned != null -> run(turned.zero)
            answer.help != null && !kept.getBoolean(BEGUN) -> help(playing.door!!, answer.help)
            kept.getBoolean(GROUND) -> ground()
            kept.getBoolean(BEGUN) -> wait("", text(R.string.had_left, spanLeft(timeline.lengthMs - elapsed)))
            else -> begin()
        }
    }

    // Running and waiting.

    private fun begin() {
        if (playing.session.paused != null || kept.getBoolean(BEGUN)) tell { relaxation().resumeRelaxation(route.id, now()) }
        kept.putBoolean(BEGUN, true)
        kept.remove(GROUND)
        run(SystemClock.elapsedRealtime() - waitedAt)
        if (sound.isAsked) sound.play(elapsed) else render()
    }

    private fun run(from: Long) {
        zero = from
        disc.play(timeline.breaths(), elapsed)
        shape()
        tick()
    }

    /** Once a second of the session, on the second: that is where all cues are. */
    private fun tick() {
        val at = elapsed
        if (at >= timeline.lengthMs) return stop()
        val line = timeline.at(at)
        find<TextView>(R.id.word).say(line.breath?.let(::text) ?: line.act)
        find<TextView>(R.id.said).say(line.said)
        find<View>(R.id.first).showIf(route.form == RelaxationForm.SHORT && line.isFirstBlock)
        showLeft()
        if (line.since != told) {
            told = line.since
            tell { relaxation().reportRelaxation(route.id, at) }
        }
        page.removeCallbacks(next)
        page.postDelayed(next, 1000 - at % 1000)
    }

    /** Only when it changes: a text that is set again is read again. */
    private fun TextView.say(words: String) {
        if (text.toString() != words) text = words
        showIf(words.isNotEmpty())
    }

    private fun showLeft() {
        find<TextView>(R.id.left).text = text(R.string.time_left, spanLeft(timeline.lengthMs - elapsed))
        find<ProgressBar>(R.id.bar).progress = elapsed.toInt()
    }

    private fun pause() {
        halt()
        wait(text(R.string.paused), "")
    }

    /** Time stands still, in core too. */
    private fun halt() {
        val at = elapsed
        if (zero == null) return
        waitedAt = at
        zero = null
        page.removeCallbacks(next)
        disc.stop()
        sound.pause()
        tell { relaxation().pauseRelaxation(route.id, at, now()) }
    }

    private fun wait(word: String, said: String) {
        find<TextView>(R.id.word).say(word)
        find<TextView>(R.id.said).say(said)
        shape()
        showLeft()
    }

    /** The way back to the room, in place of the disc; the session waits. */
    private fun ground() {
        halt()
        kept.putBoolean(GROUND, true)
        wait("", "")
    }

    /** Somebody very tense, twice in a row: the door first, and the session when they like. */
    private fun help(card: String, title: String) {
        tell { relaxation().pauseRelaxation(route.id, waitedAt, now()) }
        find<Button>(R.id.help).run {
            text = title
            visibility = View.VISIBLE
            setOnClickListener { go(HelpCardRoute(card)) }
        }
        wait("", text(R.string.a_lot_of_tension))
    }

    /** What is seen of the page, by where the session stands. */
    private fun shape() {
        val waits = zero == null
        val grounded = kept.getBoolean(GROUND)
        disc.showIf(!grounded)
        find<View>(R.id.ground).showIf(grounded)
        find<View>(R.id.too_much).showIf(!grounded)
        if (!waits) find<View>(R.id.help).showIf(false)
        find<IconTextButton>(R.id.pause).run {
            setText(if (waits) R.string.go_on else R.string.pause)
            setCompoundDrawablesRelativeWithIntrinsicBounds(if (waits) R.drawable.ic_play_20 else R.drawable.ic_pause_20, 0, 0, 0)
        }
        find<Button>(R.id.end).setText(if (grounded) R.string.end_here else R.string.end_now)
    }

    /** The session runs at once; its sound joins when core has written it. No page waits for that. */
    private fun render() {
        val file = sound.file()
        app.vault.ask({ relaxation().renderRelaxationTo(route.script, route.form, file.path) }) { written ->
            sound.use(file, written.isSuccess) { if (zero != null) sound.play(elapsed) }
        }
    }

    // Ending.

    private fun stop() {
        val at = elapsed
        tell { relaxation().reportRelaxation(route.id, at) }
        after()
    }

    private fun leave() {
        val at = elapsed
        tell { relaxation().leaveRelaxation(route.id, at) }
        after()
    }

    private fun after() {
        val at = elapsed
        over = true
        activity.replace(AfterRoute(route.id, route.script, route.form, at))
    }

    override val goesOn get() = zero != null

    /** Back pauses, and again ends. */
    override fun back(): Boolean {
        if (!::playing.isInitialized) return false
        if (kept.getBoolean(GROUND)) leave() else if (zero != null) pause() else stop()
        return true
    }

    override fun close() {
        page.removeCallbacks(next)
        if (!::sound.isInitialized) return
        val from = zero
        if (from != null && activity.isChangingConfigurations && !activity.shutsBehind) {
            sound.onTakenAway = {}
            turning = Turning(route.id, from, sound)
            return
        }
        if (!over) halt()
        sound.close()
    }

    private companion object {
        const val BEGUN = "begun"
        const val GROUND = "ground"
        var turning: Turning? = null
    }
}
