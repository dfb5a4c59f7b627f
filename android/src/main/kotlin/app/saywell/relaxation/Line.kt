package app.saywell.relaxation

import app.saywell.R
import app.saywell.ui.Breath
import app.saywell.ui.Cue
import org.saywell.engine.CueKind
import org.saywell.engine.TimedCue
import org.saywell.engine.Timeline

/**
 * What stands below the disc at one time: what the person does, as a word of ours ([breath]) or in the script's own words ([act]), and
 * what is [said] besides. [since] is when the newest words began.
 */
class Line(val breath: Int?, val act: String, val said: String, val since: Long, val isFirstBlock: Boolean)

fun Timeline.at(ms: Long): Line {
    val words = cues.lastOrNull { it.atMs <= ms && it.say.isNotEmpty() }
    val doing = cues.lastOrNull { it.atMs <= ms && ms < it.atMs + it.lengthMs && it.kind in DOING }
    return Line(
        breath = doing?.takeIf { it.say.isEmpty() }?.let { WORDS[it.kind] },
        act = doing?.say.orEmpty(),
        said = words?.takeIf { it.kind !in DOING }?.say.orEmpty(),
        since = words?.atMs ?: 0,
        isFirstBlock = words?.block == cues.first().block,
    )
}

/** Where the disc grows and shrinks, and where it stands because no breath is paced. */
fun Timeline.breaths(): List<Cue> {
    val paced = cues.filter { it.kind in BREATHS }.sortedBy(TimedCue::atMs)
    val all = mutableListOf(Cue(0, Breath.FREE))
    paced.forEachIndexed { i, cue ->
        all += Cue(cue.atMs, BREATHS.getValue(cue.kind))
        val end = cue.atMs + cue.lengthMs
        if (paced.getOrNull(i + 1)?.atMs != end) all += Cue(end, Breath.FREE)
    }
    return all + Cue(lengthMs, Breath.FREE)
}

private val BREATHS = mapOf(CueKind.IN to Breath.IN, CueKind.HOLD to Breath.HOLD, CueKind.OUT to Breath.OUT, CueKind.REST to Breath.HOLD)

/** The word for a breath that the script leaves to the disc. */
private val WORDS = mapOf(CueKind.IN to R.string.breathe_in, CueKind.HOLD to R.string.hold, CueKind.OUT to R.string.breathe_out, CueKind.REST to R.string.rest)

private val DOING = WORDS.keys + CueKind.TENSE + CueKind.RELEASE
