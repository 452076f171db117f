import {DoubleSide, NoBlending, ShaderMaterial, Vector2} from 'three';
import type {Texture} from 'three';

/**
 * Seen from below the floor: how near things are to it. Red fades within a hand's breadth and draws the contact,
 * green fades over the product's own size and draws the wide, pale shadow.
 */
export function createHeightMaterial(): ShaderMaterial {
  return new ShaderMaterial({
    side: DoubleSide,
    blending: NoBlending,
    toneMapped: false,
    uniforms: {scale: {value: 1}},
    vertexShader: /* glsl */ `
      #include <common>
      #include <batching_pars_vertex>
      #include <morphtarget_pars_vertex>
      #include <skinning_pars_vertex>
      varying float vHeight;
      void main() {
        #include <batching_vertex>
        #include <skinbase_vertex>
        #include <morphinstance_vertex>
        #include <begin_vertex>
        #include <morphtarget_vertex>
        #include <skinning_vertex>
        #include <project_vertex>
        vHeight = -mvPosition.z;
      }
    `,
    fragmentShader: /* glsl */ `
      uniform float scale;
      varying float vHeight;
      void main() {
        float height = max(0.0, vHeight / scale);
        gl_FragColor = vec4(exp(-22.0 * height), exp(-2.6 * height), 0.0, 1.0);
      }
    `,
  });
}

/** Blurs along one direction: red narrowly, green widely. */
export function createBlurMaterial(): ShaderMaterial {
  return new ShaderMaterial({
    depthTest: false,
    depthWrite: false,
    blending: NoBlending,
    toneMapped: false,
    uniforms: {source: {value: null}, direction: {value: new Vector2()}},
    vertexShader: /* glsl */ `
      varying vec2 vUv;
      void main() {
        vUv = uv;
        gl_Position = vec4(position.xy, 0.0, 1.0);
      }
    `,
    fragmentShader: /* glsl */ `
      uniform sampler2D source;
      uniform vec2 direction;
      varying vec2 vUv;
      void main() {
        vec2 sum = vec2(0.0);
        float total = 0.0;
        for (int tap = -6; tap <= 6; tap++) {
          float place = float(tap);
          float weight = exp(-place * place / 12.0);
          sum.r += weight * texture2D(source, vUv + direction * place * 0.0045).r;
          sum.g += weight * texture2D(source, vUv + direction * place * 0.0180).g;
          total += weight;
        }
        gl_FragColor = vec4(sum / total, 0.0, 1.0);
      }
    `,
  });
}

/** Lays the blurred shadow on the floor. */
export function createFloorMaterial(shadow: Texture): ShaderMaterial {
  return new ShaderMaterial({
    transparent: true,
    depthWrite: false,
    toneMapped: false,
    uniforms: {shadow: {value: shadow}, strength: {value: new Vector2(0.5, 0.42)}},
    vertexShader: /* glsl */ `
      varying vec2 vUv;
      void main() {
        vUv = uv;
        gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
      }
    `,
    fragmentShader: /* glsl */ `
      uniform sampler2D shadow;
      uniform vec2 strength;
      varying vec2 vUv;
      void main() {
        vec2 cover = texture2D(shadow, vUv).rg * strength;
        vec2 edge = smoothstep(0.0, 0.12, vUv) * smoothstep(0.0, 0.12, 1.0 - vUv);
        // Nothing of the shadow may be left where its sheet ends.
        float darkness = (1.0 - (1.0 - cover.r) * (1.0 - cover.g)) * edge.x * edge.y;
        // Half a step of noise keeps the long gradient free of bands.
        float noise = fract(52.9829189 * fract(dot(gl_FragCoord.xy, vec2(0.06711056, 0.00583715))));
        float alpha = darkness + (noise - 0.5) / 255.0;
        gl_FragColor = vec4(vec3(0.075, 0.065, 0.06), darkness > 0.002 ? alpha : 0.0);
      }
    `,
  });
}
