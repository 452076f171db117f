import {NoBlending, ShaderMaterial, Vector4} from 'three';

const plain = {depthTest: false, depthWrite: false, blending: NoBlending, toneMapped: false} as const;

const vertexShader = /* glsl */ `
  varying vec2 vUv;
  void main() {
    vUv = uv;
    gl_Position = vec4(position.xy, 0.0, 1.0);
  }
`;

/** How far something is, in pixels, given what the spread found of it in each row; negative half within its edge. */
const distance = /* glsl */ `
  float distanceAt(sampler2D spread, ivec2 at, int reach) {
    int height = textureSize(spread, 0).y;
    float best = 1e6;
    for (int y = max(-reach, -at.y); y <= min(reach, height - 1 - at.y); y++) {
      vec2 nearest = texelFetch(spread, at + ivec2(0, y), 0).rg;
      if (nearest.g > 0.0) best = min(best, length(vec2(nearest.r * 255.0, float(y))) - nearest.g);
    }
    return best;
  }
`;

/** For each pixel the nearest one in its row that something is in: red how far it is, green its share of that. */
export function createSpreadMaterial(): ShaderMaterial {
  return new ShaderMaterial({
    ...plain,
    // The alpha of the source says where it is, or with `inverse` 1 where it is not.
    uniforms: {source: {value: null}, inverse: {value: 0}, reach: {value: 0}},
    vertexShader,
    fragmentShader: /* glsl */ `
      uniform sampler2D source;
      uniform float inverse;
      uniform int reach;
      varying vec2 vUv;
      void main() {
        ivec2 size = textureSize(source, 0);
        ivec2 at = ivec2(vUv * vec2(size));
        vec2 nearest = vec2(0.0);
        float best = 1e6;
        for (int x = max(-reach, -at.x); x <= min(reach, size.x - 1 - at.x); x++) {
          float cover = abs(inverse - texelFetch(source, at + ivec2(x, 0), 0).a);
          float away = abs(float(x));
          // A pixel that is full reaches half a one farther than one that is cut in half.
          if (cover == 0.0 || away - cover >= best) continue;
          best = away - cover;
          nearest = vec2(away / 255.0, cover);
        }
        gl_FragColor = vec4(nearest, 0.0, 1.0);
      }
    `,
  });
}

/** Everything that is no farther from what was spread than `width`, in pixels, with a soft edge of one. */
export function createGrowMaterial(): ShaderMaterial {
  return new ShaderMaterial({
    ...plain,
    uniforms: {spread: {value: null}, reach: {value: 0}, width: {value: 0}},
    vertexShader,
    fragmentShader: /* glsl */ `
      uniform sampler2D spread;
      uniform int reach;
      uniform float width;
      varying vec2 vUv;
      ${distance}
      void main() {
        ivec2 at = ivec2(vUv * vec2(textureSize(spread, 0)));
        gl_FragColor = vec4(0.0, 0.0, 0.0, clamp(width - distanceAt(spread, at, reach), 0.0, 1.0));
      }
    `,
  });
}

/**
 * What has grown, less what it has grown from, less what lies deeper in it than `width`: gaps that are too narrow for a
 * line on either side, such as a seam across a cushion, would be filled by lines.
 */
export function createLineMaterial(): ShaderMaterial {
  return new ShaderMaterial({
    ...plain,
    uniforms: {
      mask: {value: null},
      grown: {value: null},
      spread: {value: null},
      reach: {value: 0},
      width: {value: 0},
      color: {value: new Vector4()},
    },
    vertexShader,
    fragmentShader: /* glsl */ `
      uniform sampler2D mask;
      uniform sampler2D grown;
      uniform sampler2D spread;
      uniform int reach;
      uniform float width;
      uniform vec4 color;
      varying vec2 vUv;
      ${distance}
      void main() {
        ivec2 at = ivec2(vUv * vec2(textureSize(mask, 0)));
        float inside = texelFetch(mask, at, 0).a;
        // Whole where parts fill half the pixel: the picture has the background there, which would shine through.
        float alpha = texelFetch(grown, at, 0).a * min(1.0, 2.0 - 2.0 * inside);
        // With a pixel to spare, as the mask itself draws the finer edge.
        alpha *= clamp(width + 1.0 - distanceAt(spread, at, reach), 0.0, 1.0) * color.a;
        gl_FragColor = vec4(color.rgb * alpha, alpha);
      }
    `,
  });
}
