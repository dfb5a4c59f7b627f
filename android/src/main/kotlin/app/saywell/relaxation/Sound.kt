package app.saywell.relaxation

import android.content.BroadcastReceiver
import android.content.Context
import android.content.Intent
import android.content.IntentFilter
import android.media.AudioAttributes
import android.media.AudioManager
import android.media.MediaPlayer
import java.io.File
import java.io.FileInputStream
import java.io.IOException

/**
 * The bells and breaths of one session, played by the phone's media system, which stays awake for it while the screen is off. The file
 * loses its name before the first tone: it is gone when this is closed, or with the process.
 */
class Sound(context: Context) {
    private val context = context.applicationContext
    private val audio = this.context.getSystemService(AudioManager::class.java)
    private var player: MediaPlayer? = null
    private var closed = false

    /** The phone took the sound: a call came, or the earphones were pulled. */
    var onTakenAway: () -> Unit = {}

    /** Core was asked to write it. */
    var isAsked = false
        private set

    /** Where core is to write it. What an earlier process left there is gone. */
    fun file(): File {
        isAsked = true
        return File(context.cacheDir, "sound").also { it.delete() }
    }

    /** The file is there if it was [written]. Without sound the session goes on all the same. */
    fun use(file: File, written: Boolean, ready: () -> Unit) {
        try {
            if (written && !closed) prepare(file, ready)
        } catch (_: IOException) {
        } finally {
            file.delete()
        }
    }

    private fun prepare(file: File, ready: () -> Unit) {
        val player = MediaPlayer()
        player.setAudioAttributes(
            AudioAttributes.Builder().setUsage(AudioAttributes.USAGE_MEDIA).setContentType(AudioAttributes.CONTENT_TYPE_MUSIC).build(),
        )
        FileInputStream(file).use { player.setDataSource(it.fd) }
        player.setOnPreparedListener { if (!closed) { this.player = player; ready() } else player.release() }
        player.prepareAsync()
    }

    /** From [fromMs] of the session on. */
    @Suppress("DEPRECATION") // the other way to ask for focus is API 26
    fun play(fromMs: Long) {
        val player = player ?: return
        if (audio.requestAudioFocus(focus, AudioManager.STREAM_MUSIC, AudioManager.AUDIOFOCUS_GAIN) != AudioManager.AUDIOFOCUS_REQUEST_GRANTED) return
        context.registerReceiver(pulled, IntentFilter(AudioManager.ACTION_AUDIO_BECOMING_NOISY))
        player.seekTo(fromMs.toInt())
        player.start()
        playing = true
    }

    private var playing = false

    @Suppress("DEPRECATION")
    fun pause() {
        if (!playing) return
        playing = false
        player?.pause()
        context.unregisterReceiver(pulled)
        audio.abandonAudioFocus(focus)
    }

    fun close() {
        pause()
        closed = true
        player?.release()
        player = null
    }

    private val focus = AudioManager.OnAudioFocusChangeListener { change ->
        if (change == AudioManager.AUDIOFOCUS_LOSS || change == AudioManager.AUDIOFOCUS_LOSS_TRANSIENT) onTakenAway()
    }

    /** Nobody near shall hear what was meant for the ear. */
    private val pulled = object : BroadcastReceiver() {
        override fun onReceive(context: Context, intent: Intent) = onTakenAway()
    }
}
