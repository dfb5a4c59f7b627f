package app.saywell.pack

import org.bouncycastle.crypto.digests.Blake2bDigest
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters
import org.bouncycastle.crypto.signers.Ed25519Signer
import java.io.File
import java.util.Base64

/**
 * Who signs courses in tests, in the scheme of minisign, and a library that knows the key: the very one that is tested, with the key of
 * `tests/keys` written over the current one. So the app has no way to be told of a key.
 */
object Signer {
    /** The comment of the key that stands in the library. */
    val NAME = File("../content/keys/current.pub").readLines().first().removePrefix("untrusted comment: ")
    private val MAGIC = "SAYWPACK".toByteArray()
    private const val COMMENT = "saywell pack 1"

    /** A file of minisign without a password: 54 bytes on how it is kept, then the number of the key, the key, its public half, and a sum. */
    private val key = Base64.getDecoder().decode(last("../tests/keys/current.key"))
    private val KEY_ID = key.copyOfRange(54, 62)
    private val secret = Ed25519PrivateKeyParameters(key, 62)

    /** One of those that `tests/packs` makes. */
    fun pack(name: String): ByteArray = File("target/packs", name).readBytes()

    /** What is signed of a pack: all behind magic, key and signatures. */
    fun content(name: String): ByteArray = pack(name).run { copyOfRange(144, size) }

    fun sign(content: ByteArray, key: ByteArray = KEY_ID): ByteArray {
        val signature = signed(Blake2bDigest(512).run { update(content, 0, content.size); ByteArray(64).also { doFinal(it, 0) } })
        return MAGIC + key + signature + signed(signature + COMMENT.toByteArray()) + content
    }

    private fun signed(bytes: ByteArray) = Ed25519Signer().run {
        init(true, secret)
        update(bytes, 0, bytes.size)
        generateSignature()
    }

    /** From now on this process calls the library that knows the key. */
    fun isTrusted() {
        if (System.getProperty(LIBRARY) == null) System.setProperty(LIBRARY, library().path)
    }

    private fun library(): File {
        val bytes = File("target/engine/libsaywell.so").readBytes()
        last("../tests/keys/current.pub").toByteArray().copyInto(bytes, bytes.find(last("../content/keys/current.pub").toByteArray()))
        return File.createTempFile("libsaywell", ".so").apply { deleteOnExit(); writeBytes(bytes) }
    }

    private fun last(path: String) = File(path).readLines().last()

    private fun ByteArray.find(words: ByteArray): Int {
        val found = (0..size - words.size).filter { at -> words.indices.all { this[at + it] == words[it] } }
        return found.single()
    }

    private const val LIBRARY = "uniffi.component.saywell.libraryOverride"
}
